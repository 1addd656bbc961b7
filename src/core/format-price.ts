import type { Interval, Price } from './offer.ts';

/** Making a formatter costs far more than using it, so each is kept. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + Object.values(options).join();
  let known = formatters.get(key);
  if (!known) formatters.set(key, (known = new Intl.NumberFormat(locale, options)));
  return known;
}

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
  return formatter(locale, {
    style: 'currency',
    currency,
    // Ignored where it is not known yet: the decimals are shown then.
    trailingZeroDisplay: 'stripIfInteger',
  } as Intl.NumberFormatOptions).format(Number(amount));
}

/**
 * A span of time in the words of a language: `1 month`, `3 Monate`.
 *
 * @example
 * formatInterval({ unit: 'month', count: 3 }, 'de'); // '3 Monate'
 */
export const formatInterval = ({ unit, count }: Interval, locale: string): string =>
  formatter(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/**
 * Fills the placeholders Limio allows in display texts from the numeric price.
 *
 * @see https://docs.limio.com (offer attributes: `{{formattedPrice}}`, `{{amount}}`, `{{currencyCode}}` and others)
 *
 * @example
 * fillPlaceholders('{{formattedPrice}} a month', { amount: '29.00', currency: 'EUR' }, 'en'); // '€29 a month'
 */
export function fillPlaceholders(text: string, price: Price | undefined, locale: string): string {
  if (!text.includes('{{')) return text;
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => (price ? placeholder(name, price, locale) : ''));
}

function placeholder(name: string, { amount, currency }: Price, locale: string): string {
  const [whole = '', decimals = '00'] = amount.split('.');
  const symbol = (currencyDisplay: 'symbol' | 'narrowSymbol') =>
    formatter(locale, { style: 'currency', currency, currencyDisplay })
      .formatToParts(0)
      .find(({ type }) => type === 'currency')?.value ?? currency;
  switch (name) {
    case 'currencyCode':
      return currency;
    case 'currencySymbol':
      return symbol('symbol');
    case 'currencySymbolNative':
      return symbol('narrowSymbol');
    case 'amount':
      return amount;
    case 'integerValue':
      return whole;
    case 'decimalValue':
      return decimals;
    case 'formattedPrice':
      return formatAmount(amount, currency, locale);
    case 'formattedPriceComma':
      return formatAmount(amount, currency, locale).replace('.', ',');
    default:
      return '';
  }
}
