import * as z from 'zod/mini';

/**
 * What we read of an item of Limio's Offers V2 and of the reply around it.
 *
 * Every field may be missing or of another type than documented; then it counts as absent. Unknown fields
 * pass unread, among them `hits`, `commitId` and `header`: a reply may hold fewer items than `hits` says.
 *
 * @see https://docs.limio.com/developers/api-documentation (Offers V2); types as seen in recorded replies
 */

/** Accepts the value or its absence; anything else is as good as absent, unless it can be rescued. */
const lenient = <Schema extends z.ZodMiniType>(
  schema: Schema,
  rescue: (value: unknown) => z.output<Schema> | undefined = () => undefined,
) => z.catch(z.optional(schema), ({ value }) => rescue(value) as z.output<Schema>);

const text = lenient(z.string());
/** Numbers come as numbers and as text; both are read as text, as decimals must not be rounded. */
const numeric = lenient(z.string(), (value) => (typeof value === 'number' ? `${value}` : undefined));
/** A list of words; one word alone stands for a list of one. */
const words = lenient(z.array(text), (value) => (typeof value === 'string' ? [value] : undefined));
const flag = lenient(z.string(), (value) => (value === true ? 'true' : undefined));

const tier = z.object({ price_format: text, price: numeric });

const charge = z.object({
  value: numeric,
  currencyCode: text,
  type: text,
  repeat_interval: numeric,
  repeat_interval_type: text,
  repeat_count: numeric,
  delay_interval: numeric,
  delay_interval_type: text,
  use_external_price: flag,
  tiers: lenient(z.array(lenient(tier))),
});

const charges = lenient(z.array(lenient(charge)));

const quantities = z.object({
  quantity: numeric,
  minimum_quantity: numeric,
  maximum_quantity: numeric,
  increment: numeric,
});

const attributes = z.object({
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
  checkout__limio: lenient(z.object({ checkout_type: text, external_url: text })),
  allow_multibuy__limio: flag,
  default_quantity_options__limio: lenient(quantities),
  price__limio: charges,
  allowed_countries__limio: words,
  sales_channel__limio: words,
  valid_date_range__limio: lenient(z.object({ from: text, to: text })),
});

// `path`, `id` and `version` are the top-level ones: those in `data` may be of the offer it was copied from.
const item = z.object({
  path: text,
  id: text,
  version: text,
  name: text,
  record_type: text,
  data: z.object({
    record_type: text,
    attributes: lenient(attributes),
    attachments: lenient(z.array(lenient(z.object({ type: text, url: text })))),
    price: charges,
  }),
});

const queryMore = lenient(z.object({ from: numeric, alias: numeric }));

export type RawItem = z.infer<typeof item>;
export type RawCharge = z.infer<typeof charge>;
export type RawQuantities = z.infer<typeof quantities>;

/** Where the next page starts: `opt.queryMoreFrom` and `opt.queryMoreAlias`; other lists of Limio use one string. */
export type QueryMore = { from: string; alias?: string } | string;

/** Reads an item; `undefined` when it is none, as an item always has `data`. */
export const readRawItem = (entry: unknown): RawItem | undefined => item.safeParse(entry).data;

/** Reads the `queryMore` of a reply; `undefined` on its last page. */
export function readQueryMore(value: unknown): QueryMore | undefined {
  if (typeof value === 'string') return value;
  const { from, alias } = queryMore.parse(value) ?? {};
  return from ? { from, ...(alias && { alias }) } : undefined;
}
