import { fill } from '../fill.ts';
import { formatAmount, formatInterval } from './format-price.ts';
import type { Interval, Offer, Segment } from '../offer/offer.ts';

/** What a price is said with, in one language. */
export type PriceWords = Record<Interval['unit'] | 'every' | 'from' | 'intro' | 'trial', string>;

/** A price as it is drawn: in the merchant's own words, or in ours, made from the numbers. */
export interface PriceLine {
  /** The merchant's own line. When it is there, it is the whole price. */
  own?: readonly Segment[] | undefined;
  /** "from", before the amount. */
  before?: string | undefined;
  /** What is paid first: "Free for 14 days, then". */
  intro?: string | undefined;
  was?: string | undefined;
  amount?: string | undefined;
  /** "per month" */
  per?: string | undefined;
  /** What is charged beside it: "+ €50", "+ €10 per year". */
  additional?: readonly string[] | undefined;
}

/** The price of an offer in the words of a language; nothing where there is none. */
export function priceLine(
  { displayPrice, price }: Offer,
  words: PriceWords,
  locale: string,
): PriceLine | undefined {
  if (displayPrice) return { own: displayPrice };
  if (!price) return undefined;
  const money = (amount: string) => formatAmount(amount, price.currency, locale);
  const { intro, was, interval, additional } = price;
  const span = intro && formatInterval(intro.duration, locale);
  return {
    amount: money(price.amount),
    before: price.isFrom ? words.from : undefined,
    was: was && money(was),
    per: interval && perInterval(interval, words, locale),
    additional: additional?.map(
      ({ amount, interval }) => `+ ${money(amount)} ${interval ? perInterval(interval, words, locale) : ''}`,
    ),
    intro:
      span && fill(Number(intro.amount) ? words.intro : words.trial, { price: money(intro.amount), span }),
  };
}

/** "per month", or "every 3 months". */
export const perInterval = (interval: Interval, words: PriceWords, locale: string): string =>
  interval.count === 1 ? words[interval.unit] : fill(words.every, { span: formatInterval(interval, locale) });
