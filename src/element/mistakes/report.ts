import type { LimioError } from '../../core/errors/limio-error.ts';
import type { Properties } from '../attributes/attributes.ts';
import { tellMissing } from './file-missing.ts';

/**
 * Tells whoever set the page up, on the console, what is wrong with it. Everything else stays silent.
 *
 * What there is to say is loaded at the first mistake.
 *
 * @param host an element whose attributes and links need a closer look.
 * @param isCurrent whether it is still so a moment later.
 */
export function report(
  errors: readonly LimioError[],
  host?: Element & Properties,
  isCurrent?: () => boolean,
): void {
  if (errors.length || host)
    import('./mistakes.ts').then(({ warnSoon }) => warnSoon(errors, host, isCurrent), tellMissing);
}
