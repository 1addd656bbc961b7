import type { Interval } from '../offer/offer.ts';

/** Mean lengths in days. Each is exact in binary, so that multiples of them can be compared. */
const DAYS = { day: 1, week: 7, month: 30.4375, year: 365.25 };

/**
 * A span as links and tables write it, and as it is read again: `month`, `3 months`.
 *
 * @example
 * writtenSpan({ unit: 'month', count: 3 }); // '3 months'
 */
export const writtenSpan = ({ unit, count }: Interval): string => (count === 1 ? unit : `${count} ${unit}s`);

/** How long a span of time is, in mean days; for comparing spans of different units. */
export const daysOf = ({ unit, count }: Interval): number => DAYS[unit] * count;

/**
 * Whether two spans are one and the same, however they are written: 12 months and a year, 7 days and a week.
 * Four weeks are no month. Two spans that are left out are the same.
 */
export const isSameInterval = (a: Interval | undefined, b: Interval | undefined): boolean =>
  a && b ? baseOf(a) === baseOf(b) : a === b;

function baseOf({ unit, count }: Interval): string {
  if (unit === 'year') return `${count * 12} month`;
  return unit === 'week' ? `${count * 7} day` : `${count} ${unit}`;
}
