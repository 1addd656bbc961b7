import { fill } from '../fill.ts';
import { formatAmount, formatInterval } from './format-price.ts';
import type { Offer } from '../offer/offer.ts';
import { perInterval, plainPriceLine, type PlainPriceWords, type PriceLine } from './plain-price-line.ts';

/** What a price is said with, in one language. */
export type PriceWords = PlainPriceWords & Record<'from' | 'intro' | 'trial', string>;

/**
 * A price in one line of text: "from €29 per month + €50", or the merchant's own words. What is struck there is left
 * out, as it would read as what is charged.
 */
export const priceText = ({ own, intro, before, amount, per, additional = [] }: PriceLine): string =>
  own
    ? own
        .filter(({ style }) => style !== 'struck')
        .map(({ text }) => text)
        .join('')
        .trim()
    : [intro, before, amount, per, ...additional].filter(Boolean).join(' ');

/** The price of an offer in the words of a language, with all its conditions; nothing where there is none. */
export function priceLine(offer: Offer, words: PriceWords, locale: string): PriceLine | undefined {
  const line = plainPriceLine(offer, words, locale);
  if (!line?.amount) return line;
  const { currency, intro, isFrom, additional } = offer.price!;
  const money = (amount: string) => formatAmount(amount, currency, locale);
  const span = intro && formatInterval(intro.duration, locale);
  return {
    ...line,
    before: isFrom ? words.from : undefined,
    additional: additional?.map(
      ({ amount, interval }) => `+ ${money(amount)} ${interval ? perInterval(interval, words, locale) : ''}`,
    ),
    intro:
      span && fill(Number(intro.amount) ? words.intro : words.trial, { price: money(intro.amount), span }),
  };
}
