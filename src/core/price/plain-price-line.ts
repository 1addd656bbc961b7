import { fill } from '../fill.ts';
import { formatAmount, formatInterval } from './format-price.ts';
import type { Interval, Offer, Segment } from '../offer/offer.ts';

/** What a price without conditions is said with, in one language. */
export type PlainPriceWords = Record<Interval['unit'] | 'every', string>;

/** A price as it is drawn: in the merchant's own words, or in ours, made from the numbers. */
export interface PriceLine {
  /** The merchant's own line. When it is there, it is the whole price. */
  own?: readonly Segment[] | undefined;
  /** "from", before the amount. */
  before?: string | undefined;
  /** What is paid first: "Free for 14 days, then". */
  intro?: string | undefined;
  amount?: string | undefined;
  /** "per month" */
  per?: string | undefined;
  /** What is charged beside it: "+ €50", "+ €10 per year". */
  additional?: readonly string[] | undefined;
}

/** The price of an offer without its conditions, in the words of a language; nothing where there is none. */
export function plainPriceLine(
  { displayPrice, price }: Offer,
  words: PlainPriceWords,
  locale: string,
): PriceLine | undefined {
  if (displayPrice) return { own: displayPrice };
  if (!price) return undefined;
  const { amount, currency, interval } = price;
  return {
    amount: formatAmount(amount, currency, locale),
    per: interval && perInterval(interval, words, locale),
  };
}

/** "per month", or "every 3 months". */
export const perInterval = (interval: Interval, words: PlainPriceWords, locale: string): string =>
  interval.count === 1 ? words[interval.unit] : fill(words.every, { span: formatInterval(interval, locale) });
