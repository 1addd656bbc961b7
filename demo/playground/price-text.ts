import { formatAmount } from '../../src/core/format-price.ts';
import { resolveLocale } from '../../src/core/locale.ts';
import type { Offer } from '../../src/core/offer.ts';
import { perInterval, type PriceWords } from '../../src/core/price-line.ts';
import { messages as ar } from '../../src/locales/ar.ts';
import { messages as de } from '../../src/locales/de.ts';
import { en } from '../../src/locales/en.ts';
import { messages as es } from '../../src/locales/es.ts';
import { messages as fr } from '../../src/locales/fr.ts';
import { messages as ja } from '../../src/locales/ja.ts';
import { messages as nl } from '../../src/locales/nl.ts';
import { messages as pt } from '../../src/locales/pt.ts';

const WORDS: Readonly<Record<string, PriceWords>> = { ar, de, en, es, fr, ja, nl, pt };

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
  return price.interval ? `${amount} ${perInterval(price.interval, words, language)}` : amount;
}
