import { formatAmount, formatInterval } from '../core/format-price.ts';
import type { Interval, Offer, Segment } from '../core/offer.ts';
import { fill } from './words/words.ts';
import type { Words } from './words/en.ts';

/** A price as it is drawn: what was merchant's words, or our own from the numbers. */
export interface PriceLine {
  /** The merchant's own line. When it is there, it is the whole price. */
  own?: readonly Segment[];
  /** "from", before the amount. */
  before?: string;
  /** What is paid first: "Free for 14 days, then". */
  intro?: string;
  was?: string;
  amount?: string;
  /** "per month" */
  per?: string;
}

/** The price of an offer in the words of a language; nothing where there is none. */
export function priceLine(
  { displayPrice, price }: Offer,
  words: Words,
  locale: string,
): PriceLine | undefined {
  if (displayPrice) return { own: displayPrice };
  if (!price) return undefined;
  const money = (amount: string) => formatAmount(amount, price.currency, locale);
  const { intro } = price;
  const span = intro && formatInterval(intro.duration, locale);
  return {
    amount: money(price.amount),
    ...(price.isFrom && { before: words.from }),
    ...(price.was && { was: money(price.was) }),
    ...(price.interval && { per: per(price.interval, words, locale) }),
    ...(intro &&
      span && {
        intro: Number(intro.amount)
          ? fill(words.intro, { price: money(intro.amount), span })
          : fill(words.trial, { span }),
      }),
  };
}

/** "per month", or "every 3 months". */
const per = (interval: Interval, words: Words, locale: string): string =>
  interval.count === 1 ? words[interval.unit] : fill(words.every, { span: formatInterval(interval, locale) });
