import type { Interval, Offer, Price, Quantity, Segment } from './offer.ts';

/** Longest text that is kept of any one field, in characters. */
const MAX_TEXT = 2000;

type Fields = Record<string, unknown>;

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
export function readOffer(value: unknown): Offer | undefined {
  const from = fields(value);
  const path = from['path'];
  if (typeof path !== 'string' || !/^\/./.test(path) || /[\p{Cc}\p{Cs}]/u.test(path)) return undefined;
  return present<Offer>({
    path,
    id: text(from['id']),
    version: text(from['version']),
    name: text(from['name']) ?? path.slice(path.lastIndexOf('/') + 1),
    summary: text(from['summary']),
    price: readPrice(from['price']),
    displayPrice: segments(from['displayPrice']),
    smallPrint: segments(from['smallPrint']),
    features: texts(from['features']),
    badge: text(from['badge']),
    highlighted: from['highlighted'] === true || from['highlighted'] === 'true' || undefined,
    cta: text(from['cta']),
    group: text(from['group']),
    labels: texts(from['labels']),
    quantity: readQuantity(from['quantity']),
    image: text(from['image']),
    page: text(from['page']),
    countries: texts(from['countries'])?.map((code) => code.toUpperCase()),
    from: instant(from['from']),
    until: instant(from['until']),
  });
}

/** Reads a price; without a decimal amount and a currency code there is none. */
export function readPrice(value: unknown): Price | undefined {
  const from = fields(value);
  const amount = decimal(from['amount']);
  const currency = text(from['currency']);
  if (!amount || !currency || !/^[a-z]{3}$/i.test(currency)) return undefined;
  const intro = fields(from['intro']);
  const [introAmount, duration] = [decimal(intro['amount']), readInterval(intro['duration'])];
  return present<Price>({
    amount,
    currency: currency.toUpperCase(),
    interval: readInterval(from['interval']),
    was: decimal(from['was']),
    isFrom: from['isFrom'] === true || undefined,
    intro: introAmount && duration ? { amount: introAmount, duration } : undefined,
  });
}

/**
 * Reads a span of time, singular or plural, with or without a number.
 *
 * @example
 * readInterval('3 months'); // { unit: 'month', count: 3 }
 */
export function readInterval(value: unknown): Interval | undefined {
  const from = fields(value);
  const written = typeof value === 'string' ? value : `${from['count'] ?? 1} ${from['unit']}`;
  const [, count = '1', unit] = /^\s*(\d{1,4})?\s*(day|week|month|year)s?\s*$/i.exec(written) ?? [];
  if (!unit || !+count) return undefined;
  return { unit: unit.toLowerCase() as Interval['unit'], count: +count };
}

function readQuantity(value: unknown): Quantity | undefined {
  const { initial, min, max, step } = fields(value);
  const whole = (n: unknown): n is number => Number.isSafeInteger(n) && (n as number) > 0;
  return whole(initial) && whole(min) && whole(max) && whole(step) && min <= initial && initial <= max
    ? { initial, min, max, step }
    : undefined;
}

const fields = (value: unknown): Fields => (value && typeof value === 'object' ? (value as Fields) : {});

const text = (value: unknown): string | undefined =>
  (typeof value === 'string' && value.trim().slice(0, MAX_TEXT)) || undefined;

const decimal = (value: unknown): string | undefined => {
  const written = typeof value === 'number' ? String(value) : text(value);
  return written && /^\d{1,15}(\.\d{1,6})?$/.test(written) ? written : undefined;
};

const instant = (value: unknown): string | undefined => {
  const written = text(value);
  return written && !Number.isNaN(Date.parse(written)) ? written : undefined;
};

function texts(value: unknown): string[] | undefined {
  const list = Array.isArray(value) ? value.map(text).filter((line) => line !== undefined) : [];
  return list.length ? list : undefined;
}

function segments(value: unknown): Segment[] | undefined {
  const list = (Array.isArray(value) ? value : [value]).map((part) => {
    // Spaces at its ends part a segment from the next one, so they stay.
    const words = typeof part === 'string' ? part : fields(part)['text'];
    const { style } = fields(part);
    return {
      text: typeof words === 'string' ? words.slice(0, MAX_TEXT) : '',
      ...((style === 'strong' || style === 'struck') && { style }),
    } as Segment;
  });
  return list.some((part) => part.text.trim()) ? list.filter((part) => part.text) : undefined;
}

/** Leaves out what is undefined, so that equal offers compare equal and JSON stays small. */
function present<T>(all: { [K in keyof T]: T[K] | undefined }): T {
  for (const key in all) if (all[key] === undefined) delete all[key];
  return all as T;
}
