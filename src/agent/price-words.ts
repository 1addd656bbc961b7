import type { Offer, Segment } from '../core/offer/offer.ts';
import { fillOffer } from '../core/offer/placeholders.ts';
import { formatAmount } from '../core/price/format-price.ts';
import { formerAmount } from '../core/price/former-amount.ts';
import { priceLine, type PriceWords } from '../core/price/price-line.ts';

/** What a price is said with where nothing can be struck out. */
export type SpokenPriceWords = PriceWords & { was: string };

/**
 * The price of an offer in one line, as its card has it: the merchant's own words, or ours from the numbers.
 *
 * @returns an empty text where there is no price.
 *
 * @example
 * priceWords({ path: '/x', name: 'Pro', price: { amount: '29', currency: 'EUR' } }, en, 'en'); // '€29'
 */
export function priceWords(offer: Offer, words: SpokenPriceWords, locale: string): string {
  const line = priceLine(fillOffer(offer, locale), words, locale);
  if (!line) return '';
  if (line.own) return spoken(line.own, words);
  const former = offer.price && formerAmount(offer.price);
  const was = former && `(${words.was} ${formatAmount(former, offer.price!.currency, locale)})`;
  return [line.intro, line.before, line.amount, line.per, was, ...(line.additional ?? [])]
    .filter(Boolean)
    .join(' ');
}

/** Segments as a text. A former price is named as one, or it would read as today's. */
export const spoken = (segments: readonly Segment[], words: SpokenPriceWords): string =>
  segments.map(({ text, style }) => (style === 'struck' ? ` (${words.was} ${text.trim()}) ` : text)).join('');
