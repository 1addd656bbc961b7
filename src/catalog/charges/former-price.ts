import { currencySymbol } from '../../core/price/currency-symbol.ts';
import { formatAmount } from '../../core/price/format-price.ts';
import type { Price, Segment } from '../../core/offer/offer.ts';

/**
 * The former price, where the display text leaves no doubt: one struck amount, in the currency of the
 * charge, higher than the charge, and the charge itself beside it.
 *
 * Everything else stays what it is, a struck piece of text: the text may be about another span of time.
 *
 * @returns decimal string in major units.
 *
 * @example
 * formerPrice([{ text: '€35', style: 'struck' }, { text: ' €29' }], { amount: '29.00', currency: 'EUR' }); // '35'
 */
export function formerPrice(segments: readonly Segment[], { amount, currency }: Price): string | undefined {
  const text = (isStruck: boolean) =>
    segments
      .filter(({ style }) => (style === 'struck') === isStruck)
      .map((segment) => segment.text)
      .join(' ');
  const [was, ...more] = numbers(text(true));
  const isNamed =
    /\{\{(formattedPrice|amount)/.test(text(false)) ||
    numbers(text(false)).some((number) => number === Number(amount));
  const isCertain = was && !more.length && was > Number(amount) && isNamed && isMoney(text(true), currency);
  return isCertain ? String(was) : undefined;
}

/** Amounts in a text; one that can be read in two ways is none: `1,200` may be twelve hundred. */
const numbers = (text: string): number[] =>
  (text.match(/\d+(?:[.,]\d+)*/g) ?? []).map((written) =>
    /^\d{1,9}([.,]\d\d)?$/.test(written) ? Number(written.replace(',', '.')) : NaN,
  );

/** Nothing but the amount, with or without its own currency. */
function isMoney(text: string, currency: string): boolean {
  const around = (written: string) => written.replace(/[\d.,\s]/g, '');
  const sign = around(text);
  // The formatter comes last, as the first one of a page costs more than all else that is read.
  return (
    sign === '' ||
    sign === currency ||
    sign === around(formatAmount('0', currency, 'en')) ||
    sign === currencySymbol(currency, 'narrowSymbol', 'en')
  );
}
