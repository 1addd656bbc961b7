import { LimioError } from '../../core/errors/limio-error.ts';

/** The error for a part of the element that could not be loaded. */
export const FILE_MISSING = new LimioError('file_missing', 'A file of limio-offers is missing.');

let hasWarned = false;

/** Tells whoever set the page up of a mistake. */
export const reportMistake = (error: LimioError): Promise<void> =>
  import('./mistakes.ts').then(({ warnSoon }) => warnSoon([error])).catch(tellMissing);

/** Warns of it where what tells of mistakes is missing as well, once; offline, nothing is anybody's mistake. */
export function tellMissing(): void {
  if (hasWarned || !navigator.onLine) return;
  hasWarned = true;
  console.warn(`[limio-offers] file_missing: ${FILE_MISSING.message} Host its files together.`);
}
