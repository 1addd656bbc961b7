import { describe, expect, test } from 'vitest';
import { limioClient, type LimioClient } from '../../src/limio/client.ts';

/** A client that notes what it sends and is answered with what every operation needs. */
function setup() {
  const sent: Request[] = [];
  const client = limioClient({
    tenant: 'limio.test',
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    fetch: async (input, init) => {
      const request = new Request(input, init);
      if (request.url.endsWith('/oauth2/token'))
        return Response.json({ access_token: 'token', token_type: 'Bearer' });
      sent.push(request);
      return Response.json({ id: 'b', recoveryLink: '/l', items: [], invalid: {} });
    },
  });
  return { client, sent };
}

const offer = { id: 'offer', version: '1' };
const order = { orderItems: [{ offer }], external_id: 'x', country: 'GB' };
const forSubscription = { id: 'sub-1' };
const cookie = 'limio_state=1';
const uuid = '0b6f3b0e-5d6c-4c7f-9a52-0a4a1ce2a0b1';

type Call = (client: LimioClient) => Promise<unknown>;

const tracked =
  (tracking: object): Call =>
  (client) =>
    client.initiateCheckout({ order: { ...order, tracking: tracking as never } });

describe('what is sent', () => {
  // prettier-ignore
  const bodies: Array<[behaviour: string, call: Call, body: object]> = [
    ['a new order from the shop unless it is said otherwise', (client) => client.initiateCheckout({ order }),               { order: { ...order, source: 'shop', order_type: 'new' } }],
    ['another order as it is said',                     (client) => client.initiateCheckout({ order: { ...order, source: 'chat', order_type: 'renew' } }), { order: { ...order, source: 'chat', order_type: 'renew' } }],
    ['no quantity where Limio’s default is meant',      (client) => client.initiateCheckout({ order }),                     { order: { orderItems: [{ offer }] } }],
    ['a renewal, which need not be said',               (client) => client.renewCheckout({ order: { subId: 's' } }),        { order: { subId: 's', order_type: 'renew' } }],
    ['a change, which need not be said',                (client) => client.startSubscriptionCheckout({ recaptcha: '', order: { forSubscription } }), { order: { order_type: 'update_subscription' } }],
    ['a promo code in capitals, as Limio stores it',    (client) => client.applyPromoCode({ code: 'Save20', basketId: 'b' }), { code: 'SAVE20', basketId: 'b' }],
    ['tracking of any JSON',                            tracked({ quote: { lines: [1, null, true, { deep: ['x'] }] }, n: 1.5, none: null }), { order: { tracking: { quote: { lines: [1, null, true, { deep: ['x'] }] }, n: 1.5, none: null } } }],
    ['tracking of a change, of any JSON',               (client) => client.startSubscriptionCheckout({ recaptcha: '', order: { forSubscription }, tracking: { a: { b: [1] } } }), { tracking: { a: { b: [1] } } }],
    ['a name without the marks that nobody sees',       (client) => client.initiateCheckout({ order: { ...order, customerDetails: { firstName: '\u202aAda\u202c' } } }), { order: { customerDetails: { firstName: 'Ada' } } }],
    ['an id of ours for a partner’s order',             (client) => client.initiatePartnerCheckout({ order: { ...order, external_id: uuid } }), { order: { external_id: uuid } }],
  ];
  test.for(bodies)('is %s', async ([, call, body]) => {
    const { client, sent } = setup();
    await call(client);
    expect(await sent[0]!.json()).toMatchObject(body);
  });

  test('is an empty reCAPTCHA where the tenant has no site key', async () => {
    const { client, sent } = setup();
    await client.updateSubscriptionCheckout({ recaptcha: '', cookie, order: { forSubscription } });
    expect(sent[0]!.headers.get('x-limio-recaptcha')).toBe('');
  });

  test('is a basket whose id is made of an external id of ours', async () => {
    const { client, sent } = setup();
    await client.validatePartnerCheckout({ id: `basket-${uuid}` });
    expect(sent[0]!.url).toBe(`https://limio.test/api/partner/checkout/validate/basket-${uuid}`);
  });
});

// prettier-ignore
const refused: Array<[behaviour: string, field: string, call: Call]> = [
  ['an order without lines',             'order.orderItems',            (client) => client.initiateCheckout({ order: { ...order, orderItems: [] } })],
  ['half an offer',                      'order.orderItems.0.quantity', (client) => client.initiateCheckout({ order: { ...order, orderItems: [{ offer, quantity: 0.5 }] } })],
  ['a country that is none',             'order.country',               (client) => client.initiateCheckout({ order: { ...order, country: 'Germany' } })],
  ['what nobody documents',              'order',                       (client) => client.initiateCheckout({ order: { ...order, price: 1 } as never })],
  ['two lives of one basket',            'expiresAfter',                (client) => client.initiateCheckout({ order, expiresAfter: { days: 1, hours: 1 } })],
  ['a page of another host',             'journey.checkout',            (client) => client.initiateCheckout({ order, journey: { checkout: 'https://evil.test' } })],
  ['tracking that is no JSON',           'order.tracking.run',          tracked({ run: () => 1 })],
  ['an account with a mark nobody sees', 'order.tracking.accountId',    tracked({ accountId: '001\u202e' })],
  ['an account that is no text',         'order.tracking.accountId',    tracked({ accountId: 7 })],
  ['a renewal of nothing',               'order',                       (client) => client.renewCheckout({ order: {} })],
  ['an address that is none',            'order.verify.customerDetails.email', (client) => client.renewCheckout({ order: { subId: 's', verify: { customerDetails: { email: 'ada' } } } })],
  ['a promo code with a space',          'code',                        (client) => client.applyPromoCode({ code: 'SAVE 20', basketId: 'b' })],
  ['a cookie with a line break',         'cookie',                      (client) => client.getSubscriptionCheckout({ cookie: 'a\r\nx: y' })],
  ['a reCAPTCHA with a line break',      'recaptcha',                   (client) => client.startSubscriptionCheckout({ recaptcha: 'a\n', order: { forSubscription } })],
  ['a basket a partner cannot name',     'id',                          (client) => client.validatePartnerCheckout({ id: 'basket-1' })],
  ['a thousand baskets in one page',     'limit',                       (client) => client.abandonedBaskets({ since: '2026-11-01T00:00:00Z', limit: 1000 }).next()],
  ['a day where an instant is meant',    'createdAfter',                (client) => client.abandonedBaskets({ since: 'yesterday' }).next()],
];
test.for(refused)('%s is refused by its name, %s, and nothing is sent', async ([, field, call]) => {
  const { client, sent } = setup();
  const error = await call(client).then(
    () => expect.unreachable(),
    (error: Error) => error,
  );
  expect(error).toMatchObject({ code: 'bad_request' });
  expect(error.message).toContain(`look at ${field})`);
  expect(sent).toEqual([]);
});
