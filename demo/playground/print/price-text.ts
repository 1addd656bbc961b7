import { formatAmount } from '../../../src/core/price/format-price.ts';
import { resolveLocale } from '../../../src/core/locale.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { perInterval, type PlainPriceWords } from '../../../src/core/price/plain-price-line.ts';
import { en } from '../../../src/locales/en.ts';
import { allMessagesFor } from '../../../src/locales/all.ts';
import { LANGUAGES } from '../../../src/locales/languages.ts';

/** The words of every language: the text is written while somebody types, and cannot wait for them then. */
const WORDS: Readonly<Record<string, PlainPriceWords>> = Object.fromEntries(
  await Promise.all(
    Object.entries(LANGUAGES).map(async ([tag, load]) => [tag, (await load()).messages] as const),
  ),
);

/**
 * A price for the text of a link: `€29 per month`. Nothing where there is none.
 *
 * @param locale what was set, or `''`.
 */
export function priceText({ price }: Offer, locale: string): string | undefined {
  if (!price) return undefined;
  const language = resolveLocale([locale]);
  const words = WORDS[language.split('-')[0]!] ?? en;
  const amount = formatAmount(price.amount, price.currency, language);
  const least = price.isFrom ? `${allMessagesFor(language).from} ` : '';
  return `${least}${amount}${price.interval ? ` ${perInterval(price.interval, words, language)}` : ''}`;
}
