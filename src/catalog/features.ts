import { htmlLines } from './html-text.ts';

/** Marks a merchant typed; the card draws its own. A dash or star counts only with a space behind it. */
const MARK = /^(?:[✅✔✓☑🗸√•·▪►]\ufe0f?|[-–*](?=\s)|\s)+/u;

/** A line that says what is missing would be drawn with a check mark, so it is left out. */
const CROSS = /^[❌❎✗✘✖]/u;

/**
 * Reads the features of an offer from a list, from paragraphs or from an array, one line each.
 *
 * @param fields HTML, in order of reading.
 *
 * @example
 * features(['<p>✅ All articles</p><p>✔️ Archive</p>']); // ['All articles', 'Archive']
 */
export const features = (fields: readonly string[]): string[] =>
  fields
    .flatMap(htmlLines)
    .filter((line) => !CROSS.test(line))
    .map((line) => line.replace(MARK, ''))
    .filter(Boolean);
