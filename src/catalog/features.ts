import type { Feature } from '../core/offer/offer.ts';
import { featureLines } from './feature-lines.ts';

/** Marks a merchant typed; the card draws its own. A dash or star counts only with a space behind it. */
const MARK = /^(?:[✅✔✓☑🗸√•·▪►➤➔→]\ufe0f?|[-–*](?=\s)|\s)+/u;

/** A mark or words that say that something is missing. */
const CROSS = /^(?:[❌❎✗✘✖✕🚫⛔]\ufe0f?\s*|×\s+|not included\s*[:–-]\s*)+/iu;
const MISSING = /\s*(?:\(not incl(?:uded|\.)?\)|[–-] not included)$/i;

/** A heading above what is missing. */
const EXCLUDES = /^(?:not included|does(?: not|n[’']t) include|without|excluded)\b/i;

/** A heading without a colon: these words name no feature. */
const HEADING = /^(?:what[’']s )?(?:not )?(?:included|includes|excluded)$/i;

/** A footnote: a star, a dagger or a raised digit that is no bullet. */
const NOTE = /^(?:\*+|[†‡¹²³⁴-⁹])\s*\S/u;

/** What the field of features of an offer holds. */
export interface Features {
  features: Array<string | Feature>;
  /** Footnotes, which are no features. */
  notes: string[];
}

/**
 * Reads the features of an offer from a list, from paragraphs or from an array, one line each.
 *
 * A heading, a line that ends in a colon, or `Included` alone, is the group of what follows. What is struck, crossed
 * out or said not to be included is not. A `title` is a hint. A line that starts with a star is a footnote, unless
 * stars are the bullets.
 *
 * @param fields HTML, in order of reading.
 *
 * @example
 * readFeatures(['<h4>Includes:</h4><p>✅ Archive</p><p>❌ Print</p>']).features;
 * // [{ text: 'Archive', group: 'Includes' }, { text: 'Print', included: false, group: 'Includes' }]
 */
export function readFeatures(fields: readonly string[]): Features {
  const lines = fields.flatMap(featureLines);
  const [first] = lines.filter(({ isHeading, text }) => !isHeading && !text.endsWith(':'));
  const areStarsBullets = /^[•·▪►*–-]\s/u.test(first?.text ?? '');
  const features: Array<string | Feature> = [];
  const notes: string[] = [];
  let heading: string | undefined;
  lines.forEach(({ text, isHeading, isStruck, isSmall, hint }, n) => {
    if (isSmall || (NOTE.test(text) && !areStarsBullets && n > 0)) return void notes.push(text);
    if (n < lines.length - 1 && (isHeading || text.endsWith(':') || HEADING.test(text)))
      return void (heading = text.replace(MARK, '').replace(/\s*:$/, ''));
    const written = text.replace(CROSS, '').replace(MARK, '').replace(MISSING, '').trim();
    if (!written) return;
    const isExcluded = isStruck || CROSS.test(text) || MISSING.test(text) || EXCLUDES.test(heading ?? '');
    const feature: Feature = {
      text: written,
      ...(hint && { hint }),
      ...(isExcluded && { included: false }),
      ...(heading && { group: heading }),
    };
    features.push(Object.keys(feature).length > 1 ? feature : written);
  });
  return { features, notes };
}
