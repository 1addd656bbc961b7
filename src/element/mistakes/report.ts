import { LimioError } from '../../core/errors/limio-error.ts';
import type { Properties } from '../attributes/attributes.ts';

/** The error for a part of the element that could not be loaded. */
export const FILE_MISSING = new LimioError('file_missing', 'A file of limio-offers is missing.');

/** The file that says what to do may be missing, too. */
let isMissingTold = false;

/**
 * Tells whoever set the page up, on the console, what is wrong with it. Everything else stays silent.
 *
 * What there is to say is loaded at the first mistake. Where even that fails, files were left behind; offline,
 * nothing is anybody's mistake.
 *
 * @param host an element whose links need a closer look.
 * @param isCurrent whether it is still so a moment later.
 */
export function report(
  errors: readonly LimioError[],
  host?: Element & Properties,
  isCurrent?: () => boolean,
): void {
  if (errors.length || host)
    import('./mistakes.ts').then(
      ({ warnSoon }) => warnSoon(errors, host, isCurrent),
      () => {
        if (isMissingTold || !navigator.onLine) return;
        isMissingTold = true;
        console.warn(`[limio-offers] file_missing: ${FILE_MISSING.message} Host its files together.`);
      },
    );
}
