/** A date without a time, or midnight in UTC: a day by the calendar, the same everywhere. */
const DAY = /^\d{4}-\d\d-\d\d(T00:00:00(\.0+)?Z)?$/;

/**
 * A day in the words of a language: `1 December 2026`.
 *
 * @param instant ISO 8601; `undefined` for one that cannot be read.
 */
export function dayIn(locale: string, instant: string | undefined): string | undefined {
  const time = Date.parse(instant ?? '');
  if (Number.isNaN(time)) return undefined;
  const zone = DAY.test(instant!) ? { timeZone: 'UTC' } : {};
  return new Intl.DateTimeFormat([locale, 'en'], { dateStyle: 'long', ...zone }).format(time);
}

/** Whether an instant is today, or before: what was to begin a moment ago begins now. */
export const isToday = (instant: string | undefined): boolean =>
  Date.parse(instant ?? '') < new Date().setHours(24, 0, 0, 0);
