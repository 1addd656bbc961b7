import type { Price, Segment } from '../offer/offer.ts';
import { fieldsOf } from '../read-fields.ts';
import { readPrice } from '../offer/read-offer.ts';
import { INVALID_TEXT } from '../invalid-text.ts';

/** Signs that belong to one currency alone, and `$` and `¥`, which several share. */
const SIGNS: Readonly<Record<string, RegExp>> = {
  '€': /^EUR$/,
  '£': /^GBP$/,
  '₹': /^INR$/,
  $: /^(USD|CAD|AUD|NZD|SGD|HKD|MXN|TWD|CLP|COP|ARS)$/,
  '¥': /^(JPY|CNY)$/,
};

/** Currencies with three decimals, in which `1,250` is no twelve hundred. https://www.iso.org/iso-4217-currency-codes.html */
const THREE_DECIMALS = /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/;

/** Words for an interval that {@link readPrice} does not know, and what it calls them. */
const INTERVALS: ReadonlyArray<[words: RegExp, interval: string]> = [
  [/^(daily|day|d)$/, 'day'],
  [/^(weekly|week|wk?)$/, 'week'],
  [/^(monthly|month|mon?|mth)$/, 'month'],
  [/^(quarterly|quarter|qtr)$/, '3 months'],
  [/^(half-yearly|biannual(ly)?|semi-?annual(ly)?)$/, '6 months'],
  [/^(yearly|year|yr|y|annual(ly)?|annum|p\.?a\.?)$/, 'year'],
];

/**
 * Reads a price as people write it: `$29`, `1,299.00`, `29,00 €`, `29 EUR`, `monthly`, `per year`, `/mo`.
 *
 * @param value an object with `amount`, `currency`, `interval` and `was` of any spelling, or a text.
 * @returns a price where there is no doubt; else its text, never a part of it, as an amount without its period would
 *   be another price; nothing where no amount is given.
 *
 * @example
 * readWrittenPrice({ amount: '29,00 €', interval: 'monthly' }).price;
 * // { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 } }
 */
export function readWrittenPrice(value: unknown): { price?: Price; displayPrice?: Segment[] } {
  const given = typeof value === 'object' ? fieldsOf(value) : { amount: value };
  const { amount, currency, interval, was } = given;
  if (!isWritten(amount)) return {};
  const [paid, before] = [moneyOf(amount, currency), moneyOf(was, currency)];
  const code = currency || paid?.currency;
  const price =
    paid &&
    readPrice({
      ...given,
      amount: paid.amount,
      currency: code,
      interval: intervalOf(interval),
      was: before?.amount,
    });
  if (price) return { price };
  const parts = [amount, currency, interval].filter(isWritten);
  return { displayPrice: [{ text: parts.join(' ') }] };
}

/** An amount, and the currency that its sign or code names, where that is not in doubt. */
function moneyOf(value: unknown, known: unknown): { amount: string; currency?: string } | undefined {
  if (typeof value === 'number') return { amount: `${value}` };
  const [, before = '', number = '', after = ''] =
    /^([^\d\s]*)\s*(\d[\d.,'’\s]*?)\s*([^\d\s]*)$/.exec(String(value ?? '').trim()) ?? [];
  if (before && after) return undefined;
  const sign = (before || after).toUpperCase();
  const given = typeof known === 'string' ? known.trim().toUpperCase() : '';
  const currency = /^[A-Z]{3}$/.test(sign) ? sign : ((given || only(sign)) ?? '');
  if (
    sign &&
    (!currency || !(sign === currency || SIGNS[sign]?.test(currency)) || (given && given !== currency))
  )
    return undefined;
  const amount = plain(number, THREE_DECIMALS.test(currency));
  return amount === undefined ? undefined : { amount, ...(currency && { currency }) };
}

/** The currency of a sign that no other currency has. */
const only = (sign: string): string | undefined => /^\^([A-Z]{3})\$$/.exec(SIGNS[sign]?.source ?? '')?.[1];

/** `1.299,00`, `1,299.00`, `1 299` and `1'299.00` as `1299.00`; what can be read in two ways is none. */
function plain(number: string, hasThreeDecimals: boolean): string | undefined {
  if (/^\d+(\.\d+)?$/.test(number)) return number;
  if (/^\d+,\d{1,2}$/.test(number)) return number.replace(',', '.');
  if (hasThreeDecimals && /^\d{1,3}[.,]\d{3}$/.test(number)) return undefined;
  const [, whole, mark, decimals] =
    /^(\d{1,3}(?:([.,'’\s])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,3}))?$/.exec(number) ?? [];
  return whole && mark ? whole.replace(/\D/g, '') + (decimals ? `.${decimals}` : '') : undefined;
}

/** What {@link readPrice} can read of an interval; what nobody can stays as it is, so that the price is not read without it. */
function intervalOf(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const word = value
    .trim()
    .toLowerCase()
    .replace(/^((per|an?|each|every)\s+|\/\s*)/, '');
  return INTERVALS.find(([words]) => words.test(word))?.[1] ?? word;
}

const isWritten = (value: unknown): value is string | number =>
  Number.isFinite(value) ||
  (typeof value === 'string' && value.trim() !== '' && !INVALID_TEXT.test(value.trim()));
