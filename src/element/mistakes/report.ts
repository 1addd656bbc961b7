import type { Properties } from '../attributes/attributes.ts';
import { tellMissing } from './file-missing.ts';
import type { Mistake } from './mistakes.ts';

/**
 * Tells whoever set the page up, on the console, what is wrong with it. Everything else stays silent.
 *
 * What there is to say is loaded at the first mistake.
 *
 * @param host an element whose attributes and links need a closer look.
 * @param isCurrent whether it is still so a moment later.
 */
export function report(
  mistakes: readonly Mistake[],
  host?: Element & Properties,
  isCurrent?: () => boolean,
): void {
  if (mistakes.length || host)
    import('./mistakes.ts').then(({ warnSoon }) => warnSoon(mistakes, host, isCurrent), tellMissing);
}
