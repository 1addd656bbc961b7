import type { Interval } from '../offer/offer.ts';

/** Making a formatter costs far more than using it, so each is kept. */
const formatters = new Map<string, Intl.NumberFormat>();

/** A number formatter, made once for each locale and set of options; English for a language nobody knows. */
export function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + Object.values(options).join();
  let known = formatters.get(key);
  if (!known) formatters.set(key, (known = new Intl.NumberFormat([locale, 'en'], options)));
  return known;
}

/** Signs before an amount in English. `en` and `en-US` write all three so, `en-GB` all but the dollar's. */
const SIGNS: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };

/**
 * An amount of money in the words of a language: `€29`, `29,99 €`, `¥1,200`.
 *
 * The number of decimals is the currency's own; a whole amount is written without them.
 *
 * @param amount decimal string in major units.
 * @param currency three letters; a code nobody knows is written as it is.
 * @param locale a valid language tag.
 *
 * @example
 * formatAmount('29.00', 'EUR', 'en'); // '€29'
 */
export function formatAmount(amount: string, currency: string, locale: string): string {
  // The first formatter of a page costs V8 more than the drawing of twelve offers, so simple English has a rule.
  if (!/\.\d{3}/.test(amount) && /^en(-US|-GB)?(EUR|GBP)|^en(-US)?USD/.test(locale + currency))
    return SIGNS[currency] + inEnglish(amount);
  return formatter(locale, {
    style: 'currency',
    currency,
    // Older browsers ignore this option, and show the decimals.
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions).format(Number(amount));
}

/** A number of at most two decimals: `1,234.50`, `29`. */
const inEnglish = (amount: string): string =>
  Number(amount)
    .toFixed(2)
    .replace('.00', '')
    .replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/**
 * A span of time in the words of a language: `1 month`, `3 Monate`.
 *
 * @example
 * formatInterval({ unit: 'month', count: 3 }, 'de'); // '3 Monate'
 */
export const formatInterval = ({ unit, count }: Interval, locale: string): string =>
  formatter(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
