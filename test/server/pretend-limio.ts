/** A pretend Limio, just enough to see what the backend asks of it. `fetch` is a drop-in; `calls` is what came. */
export const TENANT = 'limio.test';
export const SHOP = 'https://shop.example.com';

interface Call {
  name: 'token' | 'offers' | 'initiate' | 'promo' | 'other';
  body: Record<string, never> & { order: Record<string, unknown> };
  url: URL;
}

type Answer = (call: Call, init: RequestInit) => Response | Promise<Response> | undefined;

const NAMES: Record<string, Call['name']> = {
  '/oauth2/token': 'token',
  '/api/offers/v2': 'offers',
  '/api/admin/checkout/initiate': 'initiate',
  '/api/admin/v2/promo_code': 'promo',
};

/** @param answers by name of the call; what they leave undefined is answered as on a good day. */
export function pretendLimio(answers: Partial<Record<Call['name'], Answer>> = {}) {
  const calls: Call[] = [];
  const baskets = new Map<string, string>();

  const ordinary = ({ name, body }: Call): Response => {
    if (name === 'token')
      return Response.json({ access_token: 'limio-token', token_type: 'Bearer', expires_in: 3600 });
    if (name === 'offers') return Response.json({ items: ITEMS, hits: { value: ITEMS.length } });
    if (name === 'promo')
      return body['code'] === 'SAVE20'
        ? Response.json({ id: 'basket-1' })
        : Response.json({ message: 'no' }, { status: 400 });
    const key = String(body.order['external_id']);
    const id = baskets.get(key) ?? `basket-${baskets.size + 1}`;
    baskets.set(key, id);
    const isAssisted = !!(body.order['tracking'] as { accountId?: string }).accountId;
    return Response.json({
      id,
      recoveryLink: `/api/checkout/recover?basketId=${id}&recover=signed-recovery`,
      ...(isAssisted && { assistedCheckoutLink: `/api/checkout/assisted?basketId=${id}&cl=signed-assisted` }),
      order: { orderItems: [], total: {}, orderVersion: '1' },
    });
  };

  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const text = typeof init.body === 'string' ? init.body : '';
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Call['body'];
    const call: Call = { name: NAMES[url.pathname] ?? 'other', body, url };
    calls.push(call);
    return (await answers[call.name]?.(call, init)) ?? ordinary(call);
  };

  return {
    fetch,
    calls,
    baskets,
    /** How often something was asked for. */
    count: (name?: Call['name']) => calls.filter((call) => !name || call.name === name).length,
    /** The order of the last initiate. */
    order: () => calls.findLast(({ name }) => name === 'initiate')!.body.order,
  };
}

/** An item as Offers V2 lists it. */
export const item = (
  name: string,
  attributes: Record<string, unknown> = {},
  version = `version-${name}`,
) => ({
  path: `/offers2/${name}`,
  name,
  type: 'item',
  id: `id-${name}`,
  version,
  data: {
    record_type: 'offer',
    attributes: {
      display_name__limio: name,
      price__limio: [
        {
          name: 'charge_1',
          type: 'recurring',
          value: '29.00',
          currencyCode: 'EUR',
          repeat_interval: 1,
          repeat_interval_type: 'months',
        },
      ],
      ...attributes,
    },
  },
});

const ITEMS = [
  item('Pro', { label__limio: ['pricing'] }),
  item('Team', {
    allow_multibuy__limio: true,
    default_quantity_options__limio: { quantity: 5, minimum_quantity: 5, maximum_quantity: 23, increment: 5 },
  }),
  item('German', { allowed_countries__limio: ['DE'] }),
  item('Staff', { sales_channel__limio: ['Salesforce'] }),
  item('Over', {
    valid_date_range__limio: { from: '2020-01-01T00:00:00.000Z', to: '2020-02-01T00:00:00.000Z' },
  }),
];
