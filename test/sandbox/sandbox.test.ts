import { expect, test } from 'vitest';
import { CREDENTIALS, sandbox, SHOP, TENANT } from '../../demo/sandbox/sandbox.ts';
import { ADD_ONS, CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { readScenarios, SCENARIOS } from '../../demo/sandbox/scenarios.ts';
import { serveSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { limioClient } from '../../src/limio/client.ts';
import type { InitiateCheckout } from '../../src/limio/operations/checkout.ts';

const order = (more: Partial<InitiateCheckout['order']> = {}): InitiateCheckout['order'] => ({
  orderItems: [{ offer: { id: CATALOGUE[1]!.id, version: CATALOGUE[1]!.version }, quantity: 3 }],
  external_id: '0b6f3b0e-5d6c-4c7f-9a52-0a4a1ce2a0b1',
  country: 'US',
  source: 'shop',
  order_type: 'new',
  customerDetails: { email: 'ada@example.com', firstName: 'Ada' },
  ...more,
});

function setup(scenario = 'happy') {
  let clock = Date.UTC(2026, 10, 21);
  const now = () => clock;
  const limio = sandbox({ scenario, now });
  const client = limioClient({ tenant: TENANT, credentials: () => CREDENTIALS, fetch: limio.fetch, now });
  const call = () => ({ signal: AbortSignal.timeout(5000) });
  return { ...limio, client, call, wait: (ms: number) => void (clock += ms) };
}

test('a link opens the basket it was made for, with its details', async () => {
  const { client, call, openLink } = setup();
  const { id, recoveryLink } = await client.initiateCheckout(
    { order: order(), expiresAfter: { hours: 1 } },
    call(),
  );
  await client.applyPromoCode({ code: 'SAVE20', basketId: id }, call());
  expect(await openLink(SHOP + recoveryLink)).toEqual({
    id,
    items: [
      {
        path: '/offers2/Desk Team Monthly',
        name: 'Team',
        quantity: 3,
        amount: '29.00',
        lineTotal: '87.00',
        interval: 'month',
      },
    ],
    currency: 'USD',
    subtotal: '87.00',
    discount: '17.40',
    total: '69.60',
    customer: { email: 'ada@example.com', firstName: 'Ada' },
    promo: 'SAVE20',
    expiresAt: '2026-11-21T01:00:00.000Z',
  });
});

test('an assisted link comes with an account alone, and acts for it', async () => {
  const { client, call, openLink } = setup();
  const plain = await client.initiateCheckout({ order: order() }, call());
  expect(plain.assistedCheckoutLink).toBeUndefined();
  const tracking = { accountId: '001A' };
  const { assistedCheckoutLink } = await client.initiateCheckout({ order: order({ tracking }) }, call());
  expect(assistedCheckoutLink).toMatch(/^\/api\/checkout\/assisted\?basketId=basket-[\w-]{36}&cl=/);
  expect(await openLink(assistedCheckoutLink!)).toMatchObject({ account: '001A' });
});

// prettier-ignore
const refusals: Array<[behaviour: string, spoil: (link: string) => string, refusal: string]> = [
  ['another basket',       (link) => link.replace(/basketId=[^&]+/, 'basketId=basket-other'), 'forged'],
  ['another signature',    (link) => link.replace(/.{4}$/, 'AAAA'),                           'forged'],
  ['a kind it was not made for', (link) => link.replace('/recover?', '/assisted?').replace('recover=', 'cl='), 'forged'],
  ['no token',             (link) => link.replace(/recover=.*/, ''),                          'forged'],
  ['another path',         (link) => link.replace('/recover?', '/other?'),                    'forged'],
];
test.for(refusals)('a link with %s is refused', async ([, spoil, refusal]) => {
  const { client, call, openLink } = setup();
  const { recoveryLink } = await client.initiateCheckout({ order: order() }, call());
  expect(await openLink(spoil(recoveryLink))).toBe(refusal);
});

test('a link is refused once its basket has expired', async () => {
  const { client, call, openLink, wait } = setup();
  const { recoveryLink } = await client.initiateCheckout(
    { order: order(), expiresAfter: { minutes: 10 } },
    call(),
  );
  wait(10 * 60_000 - 1000);
  expect(await openLink(recoveryLink)).toMatchObject({ items: [{}] });
  wait(1000);
  expect(await openLink(recoveryLink)).toBe('expired');
});

test('a link has expired from the start under expired-link', async () => {
  const { client, call, openLink } = setup('expired-link');
  const { recoveryLink } = await client.initiateCheckout({ order: order() }, call());
  expect(await openLink(recoveryLink)).toBe('expired');
});

test('one external_id makes one basket, whatever is put into it', async () => {
  const { client, call, state } = setup();
  const first = await client.initiateCheckout({ order: order() }, call());
  const again = await client.initiateCheckout({ order: order({ country: 'CA' }) }, call());
  const other = await client.initiateCheckout({ order: order({ external_id: 'attempt-2' }) }, call());
  expect(again.id).toBe(first.id);
  expect(other.id).not.toBe(first.id);
  expect(state.baskets.size).toBe(2);
});

test('a shop sends a link on to its page, or to the page that was asked for', async () => {
  const { client, call, fetch } = setup();
  const open = async (link: string) => (await fetch(SHOP + link)).headers.get('location');
  const plain = await client.initiateCheckout({ order: order() }, call());
  expect(await open(plain.recoveryLink)).toBe(`/checkout?basket=${plain.id}`);
  const page = await client.initiateCheckout(
    { order: order(), journey: { checkout: '/eu-checkout' } },
    call(),
  );
  expect(await open(page.recoveryLink)).toBe(`/eu-checkout?basket=${page.id}`);
  expect(await open('/api/checkout/recover?basketId=b&recover=t')).toBe('/checkout?refused=forged');
});

// prettier-ignore
const baskets: Array<[behaviour: string, query: string, basket: object]> = [
  ['offers of a purchase link',     'purchase=%2Foffers2%2FDesk%20Starter%20Monthly&purchase=/offers2/Desk Team Monthly', { total: '99.00', items: [{ quantity: 1 }, { quantity: 3 }] }],
  ['awkward characters',            `purchase=${encodeURIComponent('/offers2/Desk Pro+ $75 for 52 weeks & more')}`, { total: '75.00', items: [{ interval: '52 weeks' }] }],
  ['a label',                       'purchase=true&label=japan', { currency: 'JPY', total: '4200' }],
  ['a promo code',                  'purchase=/offers2/Desk Starter Monthly&pc=save20', { total: '9.60', promo: 'SAVE20' }],
  ['a promo code nobody knows, in silence', 'purchase=/offers2/Desk Starter Monthly&pc=NOPE', { total: '12.00' }],
  ['an offer nobody knows',         'purchase=/offers2/Gone', { items: [] }],
];
test.for(baskets)('a shop reads %s', async ([, query, basket]) => {
  const { fetch } = setup();
  const response = await fetch(`${SHOP}/sandbox/basket?${query}`);
  expect(await response.json()).toMatchObject(basket);
});

test('a shop page reads a basket by its id until it expires', async () => {
  const { client, call, fetch, wait } = setup();
  const { id } = await client.initiateCheckout({ order: order(), expiresAfter: { minutes: 1 } }, call());
  const read = () => fetch(`${SHOP}/sandbox/basket?basket=${id}`);
  expect(await (await read()).json()).toMatchObject({ id, customer: { email: 'ada@example.com' } });
  wait(60_000);
  expect((await read()).status).toBe(410);
  expect((await fetch(`${SHOP}/sandbox/basket?basket=other`)).status).toBe(404);
});

test('every scenario is known by its name, some befall all operations', () => {
  for (const name of Object.keys(SCENARIOS)) expect(readScenarios(name)[0]).toMatchObject({ name });
  expect(readScenarios('slow=3000@listOffers,down')).toEqual([
    { name: 'slow', on: 'listOffers', amount: 3000 },
    { name: 'down', on: 'all' },
  ]);
  expect(() => readScenarios('sunny')).toThrow(RangeError);
});

test('a scenario can be set for one request, and from afar', async () => {
  const { fetch, state } = setup();
  const token = (query = '', headers = {}) =>
    fetch(`${TENANT}/oauth2/token${query}`, { method: 'POST', headers });
  expect((await token('?sandbox=bad-gateway@token')).status).toBe(502);
  expect((await token('', { 'x-sandbox-scenario': 'rate-limited@token' })).headers.get('retry-after')).toBe(
    '30',
  );
  expect((await token()).status).toBe(400);
  await fetch(`${SHOP}/sandbox/scenario?name=down`, { method: 'PUT' });
  await expect(token()).rejects.toThrow(TypeError);
  expect(state.scenarios).toEqual([{ name: 'down', on: 'all' }]);
});

test('another version is on sale under changed-version, and the old one is not', async () => {
  const { client, call, use } = setup();
  use('changed-version');
  const page = await client.listOffers({}, call()).next();
  const items = (page.value as { items: { path: string; version: string }[] }).items;
  expect(items[1]!.version).not.toBe(CATALOGUE[1]!.version);
  await expect(client.initiateCheckout({ order: order() }, call())).rejects.toMatchObject({
    code: 'upstream_unavailable',
  });
});

test('paths and ids of the catalogue are its own, and its quirks are there', () => {
  const all = [...CATALOGUE, ...ADD_ONS];
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, version } of all) expect(id + version).toMatch(/^[\da-f]{80}$/);
  const stale = all.filter(({ path, data }) => data['path'] && data['path'] !== path);
  expect(stale).toHaveLength(1);
  const online = (channels: unknown) => !channels || (channels as string[]).includes('Online');
  expect(all.filter(({ data }) => !online(data.attributes['sales_channel__limio']))).toHaveLength(1);
});

test('on a real port it is the same sandbox, and a cut connection is cut', async () => {
  const served = await serveSandbox(
    {},
    { page: ({ url }) => (url.endsWith('/hello') ? new Response('hi') : undefined) },
  );
  try {
    const { origin } = served;
    const client = limioClient({ tenant: origin, credentials: () => CREDENTIALS });
    const call = { signal: AbortSignal.timeout(5000) };
    const { recoveryLink } = await client.initiateCheckout({ order: order() }, call);
    const opened = await fetch(origin + recoveryLink, { redirect: 'manual' });
    expect(opened.headers.get('location')).toMatch(/^\/checkout\?basket=basket-/);
    expect(await (await fetch(`${origin}/hello`)).text()).toBe('hi');
    expect((await fetch(`${origin}/favicon.ico`)).status).toBe(404);
    expect((await fetch(`${origin}/oauth2/token?sandbox=sunny`, { method: 'POST' })).status).toBe(404);
    await expect(fetch(`${origin}/oauth2/token?sandbox=drop@token`, { method: 'POST' })).rejects.toThrow(
      TypeError,
    );
    const stalled = await fetch(`${origin}/oauth2/token?sandbox=stall@token`, { method: 'POST' });
    const reader = stalled.body!.getReader();
    expect((await reader.read()).done).toBe(false);
    const second = await Promise.race([reader.read(), new Promise((r) => setTimeout(r, 50, 'nothing more'))]);
    expect(second).toBe('nothing more');
    await reader.cancel();
  } finally {
    await served.close();
  }
});
