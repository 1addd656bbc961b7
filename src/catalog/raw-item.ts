import { readFields, type Fields, type Reader } from '../core/read-fields.ts';

/**
 * What we read of an item of Limio's Offers V2 and of the reply around it.
 *
 * Every field may be missing or of another type than documented; then it counts as absent. Unknown fields
 * pass unread, among them `hits`, `commitId` and `header`: a reply may hold fewer items than `hits` says.
 *
 * @see https://docs.limio.com/developers/api-documentation (Offers V2); types as seen in recorded replies
 */

const text: Reader<string> = (value) => (typeof value === 'string' ? value : undefined);
/** Numbers come as numbers and as text; both are read as text, as decimals must not be rounded. */
const numeric: Reader<string> = (value) => (typeof value === 'number' ? `${value}` : text(value));
const flag: Reader<string> = (value) => (value === true ? 'true' : text(value));
/** A list of words; one word alone stands for a list of one. */
const words: Reader<Array<string | undefined>> = (value) =>
  typeof value === 'string' ? [value] : list(text)(value);

function list<T>(read: Reader<T>): Reader<Array<T | undefined>> {
  return (value) => (Array.isArray(value) ? value.map(read) : undefined);
}

function object<Table extends Record<string, Reader<unknown>>>(table: Table): Reader<Fields<Table>> {
  return (value) =>
    value && typeof value === 'object' && !Array.isArray(value) ? readFields(table, value) : undefined;
}

const tier = object({ price_format: text, price: numeric });

const charge = object({
  value: numeric,
  currencyCode: text,
  type: text,
  repeat_interval: numeric,
  repeat_interval_type: text,
  repeat_count: numeric,
  delay_interval: numeric,
  delay_interval_type: text,
  use_external_price: flag,
  tiers: list(tier),
});

const charges = list(charge);

const quantities = object({
  quantity: numeric,
  minimum_quantity: numeric,
  maximum_quantity: numeric,
  increment: numeric,
});

const attributes = object({
  display_name__limio: text,
  display_price__limio: text,
  detailed_display_price__limio: text,
  display_description__limio: text,
  description__limio: text,
  offer_features__limio: words,
  offer_features: words,
  cta_text__limio: text,
  group__limio: text,
  label__limio: words,
  best_value__limio: flag,
  badge_text__limio: text,
  checkout__limio: object({ checkout_type: text, external_url: text }),
  allow_multibuy__limio: flag,
  default_quantity_options__limio: quantities,
  price__limio: charges,
  allowed_countries__limio: words,
  sales_channel__limio: words,
  trial__limio: flag,
  offer_type__limio: text,
  valid_date_range__limio: object({ from: text, to: text }),
});

// `path`, `id` and `version` are the top-level ones: those in `data` may be of the offer it was copied from.
const item = object({
  path: text,
  id: text,
  version: text,
  name: text,
  record_type: text,
  data: object({
    record_type: text,
    attributes: attributes,
    attachments: list(object({ type: text, url: text })),
    price: charges,
  }),
});

type Item = NonNullable<ReturnType<typeof item>>;
/** An item of Limio's catalogue, as far as it is read. */
export type RawItem = Item & Required<Pick<Item, 'data'>>;
/** A charge of an item, as Limio writes it. */
export type RawCharge = NonNullable<ReturnType<typeof charge>>;
/** The quantity options of an item, as Limio writes them. */
export type RawQuantities = NonNullable<ReturnType<typeof quantities>>;

/** Reads an item; `undefined` when it is none, as an item always has `data`. */
export function readRawItem(entry: unknown): RawItem | undefined {
  const { data, ...rest } = item(entry) ?? {};
  return data && { ...rest, data };
}
