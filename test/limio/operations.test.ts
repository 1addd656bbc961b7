import { expect, test } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { CREDENTIALS, sandbox, TENANT } from '../../demo/sandbox/sandbox.ts';
import type { InitiateCheckout } from '../../src/limio/operations/checkout.ts';
import { limioClient, type LimioClient } from '../../src/limio/client.ts';
import { isDescribed, replyProblems, requestProblems } from '../setup/openapi.ts';

/** A client whose every request, and every reply to it, is held against Limio's OpenAPI document. */
function setup() {
  const limio = sandbox();
  const problems: string[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await limio.fetch(request.clone());
    if (isDescribed(request.method, request.url))
      problems.push(
        ...(await requestProblems(request)),
        ...(await replyProblems(request.method, request.url, response)),
      );
    return response;
  };
  const client = limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch });
  return { client, problems, log: limio.log };
}

const call = () => ({ signal: AbortSignal.timeout(5000) });

const [offer] = CATALOGUE;
const business = CATALOGUE[2]!;
const order: InitiateCheckout['order'] = {
  orderItems: [{ type: 'offer', offer: { id: offer!.id, version: offer!.version }, quantity: 2 }],
  external_id: '0b6f3b0e-5d6c-4c7f-9a52-0a4a1ce2a0b1',
  country: 'US',
  source: 'shop',
  order_type: 'new',
  tracking: { offers: [offer!.path], accountId: '001', campaign: 'spring' },
  customerDetails: {
    email: 'ada@example.com',
    firstName: 'Ada',
    lastName: 'Lovelace',
    companyName: 'Engines',
  },
};
const change = { forSubscription: { id: 'sub-1' }, order_type: 'update_subscription' as const };
const add = (offerId: string) => ({ orderItemActionType: 'add' as const, type: 'offer' as const, offerId });

const makeBasket = async (client: LimioClient) => (await client.initiateCheckout({ order }, call())).id;
const startChange = async (client: LimioClient) =>
  (await client.startSubscriptionCheckout({ recaptcha: 'solved', order: change }, call())).cookie;

// prettier-ignore
const successes: Array<[name: string, run: (client: LimioClient) => Promise<unknown>, result: object]> = [
  ['initiateCheckout', (client) => client.initiateCheckout({ order, journey: { checkout: '/eu-checkout' }, expiresAfter: { hours: 2 } }, call()),
    { recoveryLink: expect.stringContaining('/api/checkout/recover?'), assistedCheckoutLink: expect.stringContaining('/api/checkout/assisted?'), order: { total: { amount: 24 } } }],
  ['renewCheckout', (client) => client.renewCheckout({ order: { subRef: 'sub-1', order_type: 'renew', verify: { customerDetails: { email: 'ada@example.com' } } }, expiresAfter: { days: 1 } }, call()),
    { segments: ['renewal'], order: { country: 'GB' } }],
  ['applyPromoCode', async (client) => client.applyPromoCode({ code: 'SAVE20', basketId: await makeBasket(client) }, call()),
    { order: { total: { amount: 19.2 } } }],
  ['updateBasket', async (client) => client.updateBasket({ cookie: `limio_state=${await makeBasket(client)}`, orderActions: [{ orderItemActionType: 'change_quantity', orderItemId: 'item-1', quantity: 4 }] }, call()),
    { orderActionResults: [{ actionType: 'change_quantity', id: 'item-1' }] }],
  ['initiatePartnerCheckout', (client) => client.initiatePartnerCheckout({ order }, call()),
    { cookie: expect.stringMatching(/^limio_state=basket-[\w-]{36}$/), checkout: { order: { orderItems: [{}] } } }],
  ['updatePartnerCheckout', async (client) => client.updatePartnerCheckout({ cookie: (await client.initiatePartnerCheckout({ order }, call())).cookie, orderActions: [{ orderItemActionType: 'remove', orderItemId: 'item-1' }] }, call()),
    { orderActionResults: [{ actionType: 'remove' }] }],
  ['validatePartnerCheckout', async (client) => client.validatePartnerCheckout({ id: await makeBasket(client) }, call()),
    { invalid: { blockedProducts: [offer!.path] } }],
  ['startSubscriptionCheckout', (client) => client.startSubscriptionCheckout({ recaptcha: 'solved', forwardedFor: '192.0.2.1', referer: 'https://shop.test/account', order: { ...change, orderItems: [add(business.id)] } }, call()),
    { cookie: expect.stringContaining('limio_state='), checkout: { order: { orderItems: [{ offerId: business.id }, { orderItemActionType: 'remove' }] }, nextActions: { upgrades: [], downgrades: [{}, {}] } } }],
  ['getSubscriptionCheckout', async (client) => client.getSubscriptionCheckout({ cookie: await startChange(client) }, call()),
    { completed: false }],
  ['updateSubscriptionCheckout', async (client) => client.updateSubscriptionCheckout({ recaptcha: 'solved', cookie: await startChange(client), order: { ...change, orderItems: [add(offer!.id)] } }, call()),
    { order: { orderItems: [{ offerId: offer!.id }, { orderItemActionType: 'remove' }] } }],
  ['listOffers', async (client) => (await client.listOffers({ label: 'pricing' }, call()).next()).value!,
    { total: 8, commitId: expect.any(String), items: expect.arrayContaining([expect.objectContaining({ path: '/offers2/Desk Team Monthly' })]) }],
  ['listAddOns', async (client) => (await client.listAddOns({}, call()).next()).value!,
    { total: 2 }],
  ['abandonedBaskets', async (client) => (await makeBasket(client), (await client.abandonedBaskets({ since: '2026-01-01T00:00:00.000Z' }, call()).next()).value!),
    { items: [{ customerDetails: { email: 'ada@example.com' }, recoveryLink: expect.any(String) }], checkpoint: { createdAfter: expect.any(String) } }],
];
test.for(successes)('%s is sent and answered as the OpenAPI document says', async ([name, run, result]) => {
  const { client, problems, log } = setup();
  expect(await run(client)).toMatchObject(result);
  expect(problems).toEqual([]);
  expect(log.filter(({ operation }) => operation === name)).toHaveLength(1);
});

// prettier-ignore
const refusals: Array<[behaviour: string, run: (client: LimioClient) => Promise<unknown>, code: string]> = [
  ['an unknown promo code',             async (client) => client.applyPromoCode({ code: 'NOPE', basketId: await makeBasket(client) }, call()), 'promo_refused'],
  ['a promo code without its basket',   (client) => client.applyPromoCode({ code: 'SAVE20', basketId: 'none' }, call()), 'basket_unknown'],
  ['a change to an unknown basket',     (client) => client.updateBasket({ cookie: 'limio_state=none', orderActions: [{ orderItemActionType: 'remove' }] }, call()), 'basket_unknown'],
  ['a partner’s change to an unknown basket', (client) => client.updatePartnerCheckout({ cookie: 'limio_state=none', orderActions: [{ orderItemActionType: 'remove' }] }, call()), 'basket_unknown'],
  ['a check of an unknown basket',      (client) => client.validatePartnerCheckout({ id: `basket-${'0'.repeat(36)}` }, call()), 'basket_unknown'],
  ['an unknown subscription change',    (client) => client.getSubscriptionCheckout({ cookie: 'limio_state=none' }, call()), 'basket_unknown'],
  ['a subscription with a change pending', (client) => client.startSubscriptionCheckout({ recaptcha: 'solved', order: { ...change, forSubscription: { id: 'sub-pending' } } }, call()), 'subscription_pending'],
  ['an unknown subscription',           (client) => client.startSubscriptionCheckout({ recaptcha: 'solved', order: { ...change, forSubscription: { name: 'x' } } }, call()), 'subscription_unknown'],
  ['a renewal of an unknown subscription', (client) => client.renewCheckout({ order: { subId: 'x', order_type: 'renew' } }, call()), 'subscription_unknown'],
  ['two added offers',                  async (client) => client.updateSubscriptionCheckout({ recaptcha: 'solved', cookie: await startChange(client), order: { ...change, orderItems: [add(business.id), add(offer!.id)] } }, call()), 'one_offer_only'],
];
test.for(refusals)('%s is an error of its own', async ([, run, code]) => {
  const { client, problems } = setup();
  await expect(run(client)).rejects.toMatchObject({ name: 'LimioError', code });
  expect(problems).toEqual([]);
});

const withItem = (quantity: number) => ({ ...order, orderItems: [{ ...order.orderItems[0]!, quantity }] });

// prettier-ignore
const unsendable: Array<[behaviour: string, input: unknown, field: string]> = [
  ['no items',                { order: { ...order, orderItems: [] } },                    'order.orderItems'],
  ['a quantity of zero',      { order: withItem(0) },                                     'order.orderItems.0.quantity'],
  ['a negative quantity',     { order: withItem(-1) },                                    'order.orderItems.0.quantity'],
  ['half an item',            { order: withItem(0.5) },                                   'order.orderItems.0.quantity'],
  ['a huge quantity',         { order: withItem(1e9) },                                   'order.orderItems.0.quantity'],
  ['an odd external_id',      { order: { ...order, external_id: 'a b' } },                'order.external_id'],
  ['a field nobody documented', { order: { ...order, price: 1 } },                        'order'],
  ['two units of expiry',     { order, expiresAfter: { days: 1, hours: 1 } },             'expiresAfter'],
  ['no unit of expiry',       { order, expiresAfter: {} },                                'expiresAfter'],
  ['less than a minute',      { order, expiresAfter: { seconds: 59 } },                   'expiresAfter.seconds'],
  ['a journey to another host', { order, journey: { checkout: 'https://evil.test' } },    'journey.checkout'],
];
test.for(unsendable)('%s is not sent', async ([, input, field]) => {
  const { client, log } = setup();
  const sent = client.initiateCheckout(input as InitiateCheckout, call());
  await expect(sent).rejects.toMatchObject({ code: 'bad_request', message: expect.stringContaining(field) });
  expect(log).toEqual([]);
});

test('an error repeats no detail of the customer', async () => {
  const { client } = setup();
  const customerDetails = { email: 'x'.repeat(300) + '@canary.test' };
  const error = await client.initiateCheckout({ order: { ...order, customerDetails } }, call()).catch(String);
  expect(error).toMatch(/order\.customerDetails\.email/);
  expect(error).not.toMatch(/canary|xxx/);
});

test('a cookie or a recaptcha cannot smuggle in a header', async () => {
  const { client, log } = setup();
  const cookie = 'a=b\r\nx-evil: 1';
  await expect(client.getSubscriptionCheckout({ cookie }, call())).rejects.toMatchObject({
    code: 'bad_request',
  });
  expect(log).toEqual([]);
});

// prettier-ignore
const tenants: Array<[given: string, url: string | undefined]> = [
  ['acme.prod.limio.com',         'https://acme.prod.limio.com/oauth2/token'],
  ['https://acme.prod.limio.com', 'https://acme.prod.limio.com/oauth2/token'],
  ['http://127.0.0.1:3000',       'http://127.0.0.1:3000/oauth2/token'],
  ['http://acme.prod.limio.com',  undefined],
  ['https://acme.test/api',       undefined],
  ['https://user:pw@acme.test',   undefined],
  ['',                            undefined],
];
test.for(tenants)('a tenant given as "%s" is reached at %s', async ([tenant, url]) => {
  const asked: string[] = [];
  const fetch = (input: unknown) => (
    asked.push(String(input)),
    Promise.resolve(new Response('', { status: 503 }))
  );
  const make = () => limioClient({ tenant, credentials: () => CREDENTIALS, fetch });
  if (!url) return expect(make).toThrow(expect.objectContaining({ code: 'config' }));
  await make()
    .initiateCheckout({ order }, call())
    .catch(() => {});
  expect(asked).toEqual([url]);
});
