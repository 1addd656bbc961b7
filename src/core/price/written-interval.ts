import type { Interval } from '../offer/offer.ts';
import { plainDigits } from './plain-digits.ts';
import { AGAIN, NUMBERS, ONCE, ORDINALS, PAID, SPANS } from './interval-words.ts';

/** Every how many: in digits, or as a word. */
const COUNT = `\\d{1,4}|${NUMBERS.map(([, words]) => words).join('|')}`;

const READERS = SPANS.map(
  ([count, unit, words]) =>
    [
      count,
      unit,
      new RegExp(`^(?:${ONCE})?(?:${AGAIN})?\\s*(${COUNT})?\\s*(?:ال)?(?:${words})(?:${PAID})?$`),
    ] as const,
);

const COUNTS = NUMBERS.map(([number, words]) => [number, new RegExp(`^(?:${words})$`)] as const);

/** `every other`, `jeden dritten`: each of them leaves out a number of spans. */
const LEAPS = ORDINALS.map(([number, words]) => [number, new RegExp(`^(?:${words}) `)] as const);

/** A duration of ISO 8601 with one part: `P1M`. https://www.iso.org/iso-8601-date-and-time-format.html */
const ISO = /^p(\d{1,4})([dwmy])$/;

/** Accents of Latin letters, and vowels and hamzas of Arabic ones. */
const ACCENTS = /[\u0300-\u036f\u064b-\u0655]/g;

/**
 * Reads how often a price is charged, as people write it in the languages of the element: `/mo`, `pro Monat`,
 * `tous les trois mois`, `every other week`, `al año`, `年額`, `شهريًا`; or as programs do: `P1M`, `EVERY_3_MONTHS`.
 *
 * @returns nothing for what is in doubt, or is no span of time.
 *
 * @example
 * readWrittenInterval('alle drei Monate'); // { unit: 'month', count: 3 }
 */
export function readWrittenInterval(written: string): Interval | undefined {
  const text = folded(written);
  const [, number, letter] = ISO.exec(text) ?? [];
  if (letter) return times(Number(number), SPANS.find(([, unit]) => unit[0] === letter)![1]);
  const [leap, words] = LEAPS.find(([, begin]) => begin.test(text)) ?? [];
  const rest = words ? text.replace(words, `${leap} `) : text;
  for (const [count, unit, reader] of READERS) {
    const found = reader.exec(rest);
    if (found) return times(count * numberOf(found[1]), unit);
  }
  return undefined;
}

/** In small letters without accents, dots after letters and endings in brackets; blanks of all kinds are spaces. */
const folded = (written: string): string =>
  plainDigits(written)
    .toLowerCase()
    .normalize('NFD')
    .replace(ACCENTS, '')
    .normalize()
    .replace(/(?<=\p{L})\.|\([a-z]{1,2}\)/gu, '')
    .replace(/[\s_\-‐–]+/g, ' ')
    .trim();

const numberOf = (word = '1'): number => COUNTS.find(([, words]) => words.test(word))?.[0] ?? Number(word);

const times = (count: number, unit: Interval['unit']): Interval | undefined =>
  count ? { unit, count } : undefined;
