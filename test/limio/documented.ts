import document from '../setup/limio-openapi.json' with { type: 'json' };
import type { LimioClient } from '../../src/limio/client.ts';
import type { RequestOptions } from '../../src/limio/transport/transport.ts';

/** As much of JSON Schema as Limio's document uses. */
interface Schema {
  $ref?: string;
  allOf?: Schema[];
  type?: string;
  enum?: string[];
  items?: Schema;
  properties?: Record<string, Schema>;
}

type Send = (client: LimioClient, body: never, options: RequestOptions) => Promise<unknown>;

const cookie = 'limio_state=1';

/** Every operation that Limio's document describes, and how the client sends a body, or reads a reply without one. */
// prettier-ignore
export const DOCUMENTED: ReadonlyArray<readonly [name: string, method: string, path: string, send: Send]> = [
  ['initiateCheckout',           'post', '/admin/checkout/initiate',        (client, body, options) => client.initiateCheckout(body, options)],
  ['renewCheckout',              'post', '/admin/checkout/initiate/renew',  (client, body, options) => client.renewCheckout(body, options)],
  ['applyPromoCode',             'post', '/admin/v2/promo_code',            (client, body, options) => client.applyPromoCode(body, options)],
  ['updateBasket',               'put',  '/checkout/update',                (client, body, options) => client.updateBasket({ cookie, ...(body as { orderActions: [] }) }, options)],
  ['abandonedBaskets',           'get',  '/checkout/abandoned',             (client, _, options) => client.abandonedBaskets({ since: '2026-11-01T00:00:00Z' }, options).next().then(({ value }) => value)],
  ['getSubscriptionCheckout',    'get',  '/checkout/subscription',          (client, _, options) => client.getSubscriptionCheckout({ cookie }, options)],
  ['startSubscriptionCheckout',  'post', '/checkout/subscription',          async (client, body, options) => (await client.startSubscriptionCheckout({ recaptcha: '', ...(body as object) } as never, options)).checkout],
  ['updateSubscriptionCheckout', 'put',  '/checkout/subscription',          (client, body, options) => client.updateSubscriptionCheckout({ recaptcha: '', cookie, ...(body as object) } as never, options)],
  ['initiatePartnerCheckout',    'post', '/partner/checkout/initiate',      async (client, body, options) => (await client.initiatePartnerCheckout(body, options)).checkout],
  ['updatePartnerCheckout',      'put',  '/partner/checkout/update',        (client, body, options) => client.updatePartnerCheckout({ cookie, ...(body as { orderActions: [] }) }, options)],
  ['validatePartnerCheckout',    'post', '/partner/checkout/validate/{id}', (client, _, options) => client.validatePartnerCheckout({ id: `basket-${'1'.repeat(36)}` }, options)],
];

interface Described {
  requestBody?: { content: { 'application/json': { schema: Schema } } };
  responses: Record<string, { content?: { 'application/json': { schema: Schema } } }>;
}

const described = (method: string, path: string): Described =>
  (document.paths as unknown as Record<string, Record<string, Described>>)[path]![method]!;

export const requestSchema = (method: string, path: string): Schema | undefined =>
  described(method, path).requestBody?.content['application/json'].schema;

export const replySchema = (method: string, path: string): Schema =>
  described(method, path).responses['200']!.content!['application/json'].schema;

/** Values that the document restricts in words, or that have to be one of several. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  country: 'GB',
  purchaseCountryCode: 'GB',
  email: 'ada@example.com',
  checkout: '/checkout',
  code: 'SAVE20',
  expiresAfter: { days: 7 },
};

/** A value of a schema with every documented field in it. */
export function sample(schema: Schema, name = ''): unknown {
  const { type, items, enum: values } = resolved(schema);
  const properties = propertiesOf(schema);
  if (name in SAMPLES && !(name === 'checkout' && type === 'object')) return SAMPLES[name];
  if (items) return [sample(items)];
  if (Object.keys(properties).length)
    return Object.fromEntries(Object.entries(properties).map(([key, each]) => [key, sample(each, key)]));
  if (type === 'object') return { any: 'thing' };
  if (type === 'boolean') return true;
  if (type === 'string') return values?.[0] ?? 'text';
  return 1;
}

/** Paths of every documented field, `order.orderItems.0.price`, and whether it is an object. */
export function fieldsOf(schema: Schema, path: string[] = []): { path: string[]; isObject: boolean }[] {
  const { items } = resolved(schema);
  if (items) return fieldsOf(items, [...path, '0']);
  return Object.entries(propertiesOf(schema)).flatMap(([key, each]) => [
    { path: [...path, key], isObject: resolved(each).type === 'object' },
    ...fieldsOf(each, [...path, key]),
  ]);
}

function resolved(schema: Schema): Schema {
  const { $ref } = schema;
  if (!$ref) return schema;
  return $ref
    .split('/')
    .slice(1)
    .reduce((node, key) => (node as Record<string, unknown>)[key] as object, document as object) as Schema;
}

function propertiesOf(schema: Schema): Record<string, Schema> {
  const { properties, allOf = [] } = resolved(schema);
  return Object.assign({}, properties, ...allOf.map(propertiesOf)) as Record<string, Schema>;
}
