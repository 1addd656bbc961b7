import { afterEach, expect, test, vi } from 'vitest';
import { published } from './keyed-setup.ts';
import { BUSINESS, CRM, items, OTHER, partner, RESELLER, TEAM } from './partner-setup.ts';
import { sell } from './recipes/partner.ts';

afterEach(() => vi.unstubAllGlobals());

test('a basket is made, changed and checked, and its page is known while nothing is blocked', async () => {
  const { send } = partner();
  const made = await send('POST', '/partner/checkouts', { items, externalId: 'order-17' });
  expect(made).toEqual({
    status: 200,
    body: {
      id: expect.stringMatching(/^[\da-f-]{36}$/) as string,
      basketId: expect.stringMatching(/^basket-[\da-f-]{36}$/) as string,
      items: [{ id: 'item-1', path: TEAM, quantity: 3 }],
      blockedProducts: [],
      url: `https://shop.test/checkout?basket=${made.body.basketId}`,
    },
  });
  const path = `/partner/checkouts/${made.body.id}`;
  const actions = [
    { action: 'change_quantity', itemId: 'item-1', quantity: 5 },
    { action: 'add', offerId: published(BUSINESS).id },
  ];
  const changed = await send('PUT', path, { actions });
  expect(changed.body.items).toMatchObject([
    { path: TEAM, quantity: 5 },
    { path: BUSINESS, quantity: 1 },
  ]);
  const checked = await send('POST', `${path}/validate`);
  expect(checked.body).toEqual(changed.body);
});

test('what the partner may not sell is named, and there is no page to be sent to', async () => {
  const { send } = partner([BUSINESS]);
  const { status, body } = await send('POST', '/partner/checkouts', { items });
  expect([status, body.blockedProducts, body.url]).toEqual([200, [TEAM], undefined]);
  const path = `/partner/checkouts/${body.id}`;
  const actions = [
    { action: 'add', offerId: published(BUSINESS).id },
    { action: 'remove', itemId: 'item-1' },
  ];
  const { body: mended } = await send('PUT', path, { actions });
  expect([mended.blockedProducts, mended.url?.endsWith(String(body.basketId))]).toEqual([[], true]);
});

test('no caller ever sees the landing-state cookie, and a basket is its maker’s alone', async () => {
  const { send, log } = partner();
  const { body } = await send('POST', '/partner/checkouts', { items });
  expect(JSON.stringify([body, log])).not.toContain('limio_state');
  const path = `/partner/checkouts/${body.id}/validate`;
  const other = { authorization: `Bearer ${OTHER}` };
  const answers = [
    await send('POST', path, undefined, other),
    await send('POST', `/partner/checkouts/${crypto.randomUUID()}/validate`),
    await send('PUT', `/partner/checkouts/${body.basketId}`, {
      actions: [{ action: 'remove', itemId: 'x' }],
    }),
  ];
  expect(answers.map(({ status, body: { code } }) => `${status} ${code}`)).toEqual(
    Array<string>(3).fill('404 basket_unknown'),
  );
});

test('two resellers who name their baskets alike have one each, and so has whoever makes a quote of that name', async () => {
  const { send, limio } = partner();
  const externalId = crypto.randomUUID();
  const ask = (authorization: string, quantity: number) =>
    send(
      'POST',
      '/partner/checkouts',
      { items: [{ path: TEAM, quantity }], externalId },
      { authorization: `Bearer ${authorization}` },
    );
  const quoted = { authorization: `Bearer ${CRM}` };
  const quote = await send('POST', '/quotes', { items, externalId }, quoted);
  const [first, foreign, again] = [await ask(RESELLER, 3), await ask(OTHER, 9), await ask(RESELLER, 4)];
  expect(new Set([quote, first, foreign, again].map(({ body }) => body.basketId)).size).toBe(3);
  expect(again.body.basketId).toBe(first.body.basketId);
  const quantities = [quote, first, foreign].map(
    ({ body }) => limio.state.baskets.get(body.basketId!)!.lines[0]!.quantity,
  );
  expect(quantities).toEqual([3, 4, 9]);
});

// prettier-ignore
const keys: Array<[whose: string, authorization: string]> = [
  ['a key for quotes', `Bearer ${CRM}`],
  ['an unknown key',   'Bearer limio-offers-key-that-nobody-has-made'],
  ['no key',           ''],
];
test.for(keys)('%s makes no basket', async ([, authorization]) => {
  const { send, limio } = partner();
  const { status, body } = await send('POST', '/partner/checkouts', { items }, { authorization });
  expect([status, body.code, limio.log]).toEqual([401, 'key_invalid', []]);
});

test('without credentials of a partner there are no such routes', async () => {
  const { send } = partner([], { partner: undefined as never });
  expect((await send('POST', '/partner/checkouts', { items })).status).toBe(404);
});

// prettier-ignore
const refused: Array<[what: string, body: object, fields: string[], code?: string]> = [
  ['no items',                       { items: [] },                                   ['items']],
  ['half a seat',                    { items: [{ path: TEAM, quantity: 0.5 }] },      ['items.0.quantity']],
  ['an external id with a slash',      { items, externalId: 'Q/1' },                  ['externalId']],
  ['a country in small letters',     { items, country: 'de' },                        ['country']],
  ['an account',                     { items, account: { accountId: 'x' } },          ['account']],
  ['a price',                        { items: [{ path: TEAM, price: 1 }] },           ['items.0.price']],
  ['an offer that is not there',     { items: [{ path: '/offers2/None' }] },          ['items.0.path'], 'offer_unavailable'],
  ['an id that nobody published',    { items: [{ id: 'a', version: 'b' }] },                        ['items.0.id'], 'offer_unavailable'],
  ['a version that is no more',      { items: [{ ...published(TEAM), version: 'old' }] },           ['items.0.version'], 'offer_changed'],
];
test.for(refused)('%s is refused by name, and no basket is made', async ([, body, fields, code]) => {
  const { send, limio } = partner();
  const answer = await send('POST', '/partner/checkouts', body);
  expect(answer.body).toMatchObject({ code: code ?? 'bad_request', fields });
  expect(limio.state.baskets.size).toBe(0);
});

test('a repeated request with one idempotency key makes one basket', async () => {
  const { send, limio } = partner();
  const headers = { 'idempotency-key': 'order-17' };
  const answers = [
    await send('POST', '/partner/checkouts', { items }, headers),
    await send('POST', '/partner/checkouts', { items }, headers),
    await send('POST', '/partner/checkouts', { items: [{ path: BUSINESS }] }, headers),
  ];
  expect(answers[1]).toEqual(answers[0]);
  expect([answers[2]!.body.code, limio.state.baskets.size]).toEqual(['conflict', 1]);
});

test('the recipe of the document sells what may be sold, and says what may not', async () => {
  const { ask } = partner([TEAM]);
  vi.stubGlobal('fetch', (address: string, init: RequestInit) => ask(new URL(address).pathname, init));
  const backend = 'https://offers.example.com';
  expect(await sell(backend, RESELLER, TEAM, 3)).toMatch(/^https:\/\/shop\.test\/checkout\?basket=basket-/);
  await expect(sell(backend, RESELLER, BUSINESS, 3)).rejects.toThrow(`Not for sale here: ${BUSINESS}`);
  await expect(sell(backend, CRM, TEAM, 3)).rejects.toThrow('key_invalid');
});

test('Great Britain may be written as it is said', async () => {
  const { send, limio } = partner();
  const { body } = await send('POST', '/partner/checkouts', { items, country: 'UK' });
  expect(limio.state.baskets.get(body.basketId!)!.country).toBe('GB');
});
