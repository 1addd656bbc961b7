import { currencySymbol } from '../price/currency-symbol.ts';
import { formatAmount } from '../price/format-price.ts';
import type { Offer, Price, Segment } from './offer.ts';

/** Fills the placeholders in all display texts of an offer. */
export function fillOffer(offer: Offer, locale: string): Offer {
  const { price, displayPrice, smallPrint } = offer;
  const fill = (parts: readonly Segment[]) =>
    parts.map((part) => ({ ...part, text: fillPlaceholders(part.text, price, locale) }));
  return {
    ...offer,
    ...(displayPrice && { displayPrice: fill(displayPrice) }),
    ...(smallPrint && { smallPrint: fill(smallPrint) }),
  };
}

/**
 * Fills the placeholders Limio allows in display texts from the numeric price.
 *
 * @see https://docs.limio.com (offer attributes: `{{formattedPrice}}`, `{{amount}}`, `{{currencyCode}}` and others)
 *
 * @example
 * fillPlaceholders('{{formattedPrice}} a month', { amount: '29.00', currency: 'EUR' }, 'en'); // '€29 a month'
 */
export function fillPlaceholders(text: string, price: Price | undefined, locale: string): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => (price ? placeholder(name, price, locale) : ''));
}

function placeholder(name: string, { amount, currency }: Price, locale: string): string {
  const [whole = '', decimals = '00'] = amount.split('.');
  switch (name) {
    case 'currencyCode':
      return currency;
    case 'currencySymbol':
      return currencySymbol(currency, 'symbol', locale);
    case 'currencySymbolNative':
      return currencySymbol(currency, 'narrowSymbol', locale);
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
