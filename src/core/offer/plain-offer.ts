import type { Interval, Offer, Price, Segment } from './offer.ts';
import { fieldsOf, ownFields, readFields, type Reader } from '../read-fields.ts';
import { INVALID_TEXT } from '../invalid-text.ts';
import { isoCountry } from '../iso-country.ts';

/** Longest text that is kept of any one field, in characters. */
export const MAX_TEXT = 2000;

/** How the fields of a price without conditions are read. */
export const PLAIN_PRICE = {
  amount: decimal,
  currency: (value: unknown) => /^[a-z]{3}$/i.exec(text(value) ?? '')?.[0].toUpperCase(),
  interval: readInterval,
  was: decimal,
};

/**
 * How the fields are read that links say, and most lists; `undefined` leaves one out. The order is that of the result.
 */
export const PLAIN_OFFER = {
  id: text,
  version: text,
  name: text,
  summary: text,
  price: readPlainPrice,
  displayPrice: segment,
  smallPrint: segment,
  features: texts,
  badge: text,
  highlighted: flag,
  cta: text,
  group: text,
  labels: texts,
  image: text,
  href: text,
  page: text,
  countries: isoCountries,
  from: text,
  until: text,
};

/**
 * Reads what a link says of an offer, or one of a list in which there is nothing but text and numbers.
 *
 * @returns `undefined` when it is not an offer.
 */
export const readPlainOffer = (value: unknown): Offer | undefined => readOfferBy(PLAIN_OFFER, value);

/**
 * Reads one offer by a table of its fields. Needs a path; whatever else cannot be read is left out, so that a slip in
 * one field never costs the offer.
 */
export function readOfferBy(table: Record<string, Reader<unknown>>, value: unknown): Offer | undefined {
  const path = fieldsOf(value)['path'];
  if (typeof path !== 'string' || !/^\/./.test(path) || INVALID_TEXT.test(path)) return undefined;
  const name = text(path.slice(path.lastIndexOf('/') + 1)) ?? path;
  return ownFields({ path, name, ...readFields(table, value) });
}

/** Reads a price without conditions, see `readPrice`. */
function readPlainPrice(value: unknown): Price | undefined {
  const price = readFields(PLAIN_PRICE, value);
  const isWhole = !fieldsOf(value)['interval'] || price.interval;
  return price.amount && price.currency && isWhole ? (price as Price) : undefined;
}

/**
 * Reads a span of time, singular, plural or `monthly`, with or without a number.
 *
 * @example
 * readInterval('3 months'); // { unit: 'month', count: 3 }
 */
export function readInterval(value: unknown): Interval | undefined {
  const { count = 1, unit } = fieldsOf(value);
  const written = typeof value === 'string' ? value : `${count} ${unit}`;
  const [, number = 1, name] =
    /^\s*(?:per |every )?(\d{1,4})?\s*(day|week|month|year)(?:s|ly)?\s*$/i.exec(written) ?? [];
  return name && +number ? { unit: name.toLowerCase() as Interval['unit'], count: +number } : undefined;
}

/** Text without the blanks around it; not read where there is none. */
export function text(value: unknown): string | undefined {
  return (typeof value === 'string' && value.slice(0, MAX_TEXT).trim()) || undefined;
}

export function flag(value: unknown): true | undefined {
  return value === true || value === 'true' || undefined;
}

/** An amount in major units, as a number or a text. */
export function decimal(value: unknown): string | undefined {
  return /^\d{1,15}(\.\d{1,6})?$/.exec(typeof value === 'number' ? `${value}` : (text(value) ?? ''))?.[0];
}

function texts(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value.map(text).filter((line) => line !== undefined) : [];
  return list.length ? list : undefined;
}

function isoCountries(value: unknown): string[] | undefined {
  return texts(value)?.map((code) => isoCountry(code));
}

/** A line of text in the merchant's own words, in one piece. */
function segment(value: unknown): Segment[] | undefined {
  const words = text(value);
  return words ? [{ text: words }] : undefined;
}
