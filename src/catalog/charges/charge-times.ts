import { productOf, sumOf } from '../../core/price/decimal.ts';
import { daysOf } from '../../core/price/interval.ts';
import type { Interval } from '../../core/offer/offer.ts';
import type { Charge } from './read-charge.ts';

/** When a charge is charged for the first time, in mean days after the start. */
export const startOf = ({ delay }: Charge): number => (delay ? daysOf(delay) : 0);

/** How long a charge that ends is charged for, from its first time. */
export const spanOf = ({ interval, times }: Charge): Interval | undefined =>
  interval && times ? { unit: interval.unit, count: interval.count * times } : undefined;

/** When a recurring charge ends, in mean days after the start; `Infinity` for one that goes on. */
export function endOf(charge: Charge): number {
  const span = spanOf(charge);
  return span ? startOf(charge) + daysOf(span) : Infinity;
}

/** The longest of some spans, as it was written. */
export const longest = (spans: readonly (Interval | undefined)[]): Interval | undefined =>
  spans.reduce((long, span) => (span && (!long || daysOf(span) > daysOf(long)) ? span : long), undefined);

/** All that is charged within a time from the start. An interval that has begun is charged in full. */
export const totalOf = (charges: readonly Charge[], duration: Interval): string =>
  sumOf(
    charges.map((charge) => {
      const { amount, interval, times = Infinity } = charge;
      const fits = interval ? Math.ceil((daysOf(duration) - startOf(charge)) / daysOf(interval)) : 1;
      return productOf(amount, Math.min(fits, times));
    }),
  );
