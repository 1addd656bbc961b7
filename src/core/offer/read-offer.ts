import type { Charge, Feature, Offer, Price, Quantity, Segment } from './offer.ts';
import { fieldsOf, readFields } from '../read-fields.ts';
import {
  decimal,
  flag,
  MAX_TEXT,
  PLAIN_OFFER,
  PLAIN_PRICE,
  readInterval,
  readOfferBy,
  text,
} from './plain-offer.ts';

/** How each field is read. */
const OFFER = {
  ...PLAIN_OFFER,
  price: readPrice,
  displayPrice: segments,
  smallPrint: segments,
  features: readFeatures,
  quantity: readQuantity,
};

const PRICE = { ...PLAIN_PRICE, isFrom: flag, intro: readIntro, additional: readCharges };

const FEATURE = { text, hint: text, included: truth, value: howMuch, group: text };

const CHARGE = { amount: decimal, interval: readInterval };

/**
 * Reads one offer in our own shape from anything at all: a page's JSON, an array set by a script, a file.
 *
 * Needs a path; whatever else cannot be read is left out, so that a slip in one field never costs the offer.
 *
 * @returns `undefined` when it is not an offer.
 *
 * @example
 * readOffer({ path: '/offers2/Pro', price: { amount: 29, currency: 'eur', interval: 'month' } });
 * // { path: '/offers2/Pro', name: 'Pro', price: { amount: '29', currency: 'EUR', interval: { unit: 'month', count: 1 } } }
 */
export const readOffer = (value: unknown): Offer | undefined => readOfferBy(OFFER, value);

/**
 * Reads a price; without a decimal amount and a currency code there is none, and none without the interval or the
 * charges beside it that were given but cannot be read, as it would be another price.
 */
export function readPrice(value: unknown): Price | undefined {
  const { interval, additional } = fieldsOf(value);
  const price = readFields(PRICE, value);
  const isWhole = (!interval || price.interval) && (!additional || price.additional);
  return price.amount && price.currency && isWhole ? (price as Price) : undefined;
}

function readIntro(value: unknown): Price['intro'] {
  const { amount, duration } = fieldsOf(value);
  const [paid, span] = [decimal(amount), readInterval(duration)];
  return paid && span ? { amount: paid, duration: span } : undefined;
}

function readCharges(value: unknown): Charge[] | undefined {
  const charges = Array.isArray(value) ? value.map((charge) => readFields(CHARGE, charge)) : [];
  return charges.length && charges.every(({ amount }) => amount) ? (charges as Charge[]) : undefined;
}

function readQuantity(value: unknown): Quantity | undefined {
  const { initial, min, max, step } = fieldsOf(value) as unknown as Quantity;
  const isWhole = [initial, min, max, step].every((n) => Number.isSafeInteger(n) && n > 0);
  // A number between two steps can be chosen nowhere, and the shop would sell another one.
  const first = initial - ((initial - min) % step);
  return isWhole && min <= initial && initial <= max ? { initial: first, min, max, step } : undefined;
}

function readFeatures(value: unknown): Array<string | Feature> | undefined {
  const list = Array.isArray(value)
    ? value.map((line) => text(line) ?? readFeature(line)).filter(isText)
    : [];
  return list.length ? list : undefined;
}

const isText = (line: string | Feature) => typeof line === 'string' || line.text;

/** Whether a feature is included may stand where others say how much of it there is. */
const readFeature = (line: unknown): Feature =>
  readFields(FEATURE, { included: fieldsOf(line)['value'], ...fieldsOf(line) }) as Feature;

/** Of texts, a no alone is read, as programs and tables write it: a feature that is named is included. */
function truth(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return /^(false|no|non|nein|nee|não|[✗✕×–-])$/i.test(text(value) ?? '') ? false : undefined;
}

function howMuch(value: unknown): string | undefined {
  return text(value) ?? decimal(value);
}

function segments(value: unknown): Segment[] | undefined {
  const parts = (Array.isArray(value) ? value : [value]).map((part): Segment => {
    const { text: words = part, style } = fieldsOf(part);
    // Segments are not trimmed: the space at the end of one separates it from the next.
    const kept = typeof words === 'string' ? words.slice(0, MAX_TEXT) : '';
    return style === 'strong' || style === 'struck' ? { text: kept, style } : { text: kept };
  });
  return parts.some((part) => part.text.trim()) ? parts.filter((part) => part.text) : undefined;
}
