import { formatter } from './format-price.ts';

/**
 * The sign of a currency in a language: `CA$` where it has to be told from others, `$` as its own people write it.
 *
 * @param currency three letters; a code nobody knows is its own sign.
 *
 * @example
 * currencySymbol('CAD', 'narrowSymbol', 'en'); // '$'
 */
export const currencySymbol = (
  currency: string,
  currencyDisplay: 'symbol' | 'narrowSymbol',
  locale: string,
): string =>
  formatter(locale, { style: 'currency', currency, currencyDisplay })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;
