import type { Price, Segment } from '../offer/offer.ts';
import { fieldsOf } from '../read-fields.ts';
import { readPrice } from '../offer/read-offer.ts';
import { INVALID_TEXT } from '../invalid-text.ts';
import { currenciesOf } from './currency-signs.ts';
import { plainDigits } from './plain-digits.ts';
import { readWrittenInterval } from './written-interval.ts';

/** Currencies with three decimals. https://www.iso.org/iso-4217-currency-codes.html */
const THREE_DECIMALS = /^(BHD|IQD|JOD|KWD|LYD|OMR|TND)$/;

/** Currencies whose prices have no decimals, by rule or by use. */
const NO_DECIMALS = /^(CLP|COP|HUF|IDR|ISK|JPY|KRW|PYG|VND|XAF|XOF)$/;

/** Thousands, and hundreds of thousands, as India writes them: `1,29,900`. */
const LAKHS = /^\d{1,2}(,\d{2})+,\d{3}(\.\d{1,2})?$/;

/**
 * Reads a price as people write it: `$29`, `1,299.00`, `29,00 €`, `29,- EUR`, `2,900円`, `monthly`, `pro Jahr`, `月額`.
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
  const price =
    paid &&
    readPrice({
      ...given,
      amount: paid.amount,
      currency: paid.currency,
      interval: intervalOf(interval),
      was: before?.amount,
    });
  if (price) return { price };
  // Words such as `free` need no currency.
  const parts = /\d/.test(plainDigits(String(amount)))
    ? [amount, currency, interval].filter(isWritten)
    : [amount];
  return { displayPrice: [{ text: parts.join(' ') }] };
}

/** An amount, and the currency that its sign or code names, where that is not in doubt. */
function moneyOf(value: unknown, known: unknown): { amount: string; currency?: string } | undefined {
  // No cents: `29,-`, in Sweden `29:-`, in India `29/-`.
  const text = plainDigits(String(value ?? ''))
    .replace(/\s+/g, ' ')
    .replace(/\/-$/, '')
    .replace(/[.,:]\s?[-–—−]{1,2}/, ',00');
  const [, before = '', number = '', after = ''] =
    /^(\D*?) ?(\d[\d.,'’ ]*?) ?((?![.,'’ ])\D*)$/.exec(text) ?? [];
  const signs = [before, after].filter(Boolean);
  const given = typeof known === 'string' ? currenciesOf(plainDigits(known)) : [];
  // Two of them, as in `$29 USD`, have to agree.
  const [first = given, second = first] = signs.map(currenciesOf);
  const named = first.filter((code) => second.includes(code));
  const [currency, ...others] = given[0] ? named.filter((code) => given.includes(code)) : named;
  if ((signs[0] || given[0]) && (!currency || others[0])) return undefined;
  // Beside a sign, people part thousands by the dot; programs write no sign.
  const isByHand = signs[0] && NO_DECIMALS.test(currency!);
  const amount = plain(isByHand ? number.replace(/^(\d{1,3})\.(\d{3})$/, '$1$2') : number, currency);
  return amount === undefined ? undefined : { amount, ...(currency && { currency }) };
}

/** `1.299,00`, `1,299.00`, `1 299` and `1'299.00` as `1299.00`; what can be read in two ways is none. */
function plain(number: string, currency = ''): string | undefined {
  const inDoubt = THREE_DECIMALS.test(currency) ? /^\d{1,3},\d{3}$/ : /^\d{1,3}\.\d{3}$/;
  if (inDoubt.test(number) || /^0\d*,\d{3}/.test(number)) return undefined;
  if (/^\d+(\.\d+)?$/.test(number)) return number;
  if (/^\d+,\d{1,2}$/.test(number)) return number.replace(',', '.');
  if (currency === 'INR' && LAKHS.test(number)) return number.replaceAll(',', '');
  const [, whole, mark, decimals] =
    /^(\d{1,3}(?:([.,'’\s])\d{3})(?:\2\d{3})*)(?:(?!\2)[.,](\d{1,3}))?$/.exec(number) ?? [];
  return whole && mark ? whole.replace(/\D/g, '') + (decimals ? `.${decimals}` : '') : undefined;
}

/** What {@link readPrice} can read of an interval; what nobody can stays as it is, so that the price is not read without it. */
const intervalOf = (value: unknown): unknown =>
  typeof value === 'string' ? (readWrittenInterval(value) ?? value) : value;

const isWritten = (value: unknown): value is string | number =>
  Number.isFinite(value) ||
  (typeof value === 'string' && value.trim() !== '' && !INVALID_TEXT.test(value.trim()));
