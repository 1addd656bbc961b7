import { expect, test } from 'vitest';
import { openBasket } from '../../demo/shop/basket-source.ts';
import { SHOP } from '../../demo/sandbox/sandbox.ts';
import { business, DAY_MS, refusalOf, setup, storage, support, team, type Setup } from './rules-setup.ts';

const UUID = '0b6f3b0e-5d6c-4c7f-9a52-0a4a1ce2a0b1';
const BASKET = `basket-${UUID}`;
const cookie = `limio_state=${BASKET}`;
const line = ({ id, version }: typeof team) => ({ offer: { id, version } });
const order = { orderItems: [line(team)], external_id: UUID, country: 'GB' };

const initiate = ({ client }: Setup, more: object = {}) =>
  client.initiateCheckout({ order: { ...order, ...more } });

/** The lines of the basket, as the shop's page shows them. */
async function shown({ fetch }: Setup) {
  const response = await fetch(`${SHOP}/sandbox/basket?basket=${BASKET}`);
  const { items } = (await response.json()) as { items?: { path: string; quantity: number }[] };
  return items?.map(({ path, quantity }) => `${quantity} ${path.slice(path.lastIndexOf('/') + 1)}`);
}

test('the id of a basket is made of the external id, which is what partners can name', async () => {
  const limio = setup();
  expect((await initiate(limio)).id).toBe(BASKET);
  expect((await limio.client.initiatePartnerCheckout({ order })).checkout.id).toBe(BASKET);
  expect(await limio.client.validatePartnerCheckout({ id: BASKET })).toMatchObject({ id: BASKET });
});

type Action = Parameters<Setup['client']['updateBasket']>[0]['orderActions'][number];
const add = (offerId: string, more: object = {}): Action => ({
  orderItemActionType: 'add',
  offerId,
  ...more,
});
const remove = (orderItemId: string): Action => ({ orderItemActionType: 'remove', orderItemId });
const change = (orderItemId: string, quantity: number): Action => ({
  orderItemActionType: 'change_quantity',
  orderItemId,
  quantity,
});

// prettier-ignore
const updates: Array<[behaviour: string, actions: Action[], lines: string[]]> = [
  ['an offer is added',                    [add(business.id, { quantity: 2 })],                  ['1 Desk Team Monthly', '2 Desk Business Monthly']],
  ['an add-on is added to its offer',      [add(support.id, { parentId: 'item-1' })],            ['1 Desk Team Monthly', '1 Desk Priority Support']],
  ['an offer is removed with its add-on',  [add(support.id, { parentId: 'item-1' }), remove('item-1')], []],
  ['a quantity is changed',                [change('item-1', 7)],                                ['7 Desk Team Monthly']],
];
test.for(updates)('%s', async ([, orderActions, lines]) => {
  const limio = setup();
  await initiate(limio);
  await limio.client.updateBasket({ cookie, orderActions });
  expect(await shown(limio)).toEqual(lines);
});

// prettier-ignore
const refusals: Array<[behaviour: string, action: Action]> = [
  ['an offer nobody knows',           add('x')],
  ['an offer in another version',     add(business.id, { version: 'x' })],
  ['an add-on of a line nobody knows', add(support.id, { parentId: 'x' })],
  ['the removal of an unknown line',  remove('x')],
  ['a quantity of an unknown line',   change('x', 2)],
  ['no line at all',                  { orderItemActionType: 'remove' }],
];
test.for(refusals)('an update with %s is refused whole', async ([, action]) => {
  const limio = setup();
  await initiate(limio);
  const update = limio.client.updateBasket({ cookie, orderActions: [change('item-1', 2), action] });
  expect(await refusalOf(update)).toMatchObject({ status: 502 });
  expect(await shown(limio)).toEqual(['1 Desk Team Monthly']);
});

// prettier-ignore
const ends: Array<[behaviour: string, end: (limio: Setup) => unknown, refused: string]> = [
  ['has expired',     ({ wait }) => wait(14 * DAY_MS),         'expired'],
  ['has been bought', ({ complete }) => complete(BASKET),      'completed'],
];
test.for(ends)('a basket that %s is neither changed nor sold again', async ([, end, refused]) => {
  const limio = setup();
  const { recoveryLink } = await initiate(limio);
  await end(limio);
  const { client } = limio;
  const calls = [
    client.updateBasket({ cookie, orderActions: [change('item-1', 2)] }),
    client.updatePartnerCheckout({ cookie, orderActions: [change('item-1', 2)] }),
    client.applyPromoCode({ code: 'SAVE20', basketId: BASKET }),
    client.validatePartnerCheckout({ id: BASKET }),
  ];
  for (const call of calls) expect(await refusalOf(call)).toMatchObject({ code: 'basket_unknown' });
  expect(await limio.openLink(recoveryLink)).toBe(refused);
  const page = await limio.fetch(`${SHOP}/sandbox/basket?basket=${BASKET}`);
  expect([page.status, await page.json()]).toEqual([410, { refused }]);
});

test('what has been bought is not filled anew', async () => {
  const limio = setup();
  await initiate(limio);
  expect(await limio.complete(BASKET)).toBe(204);
  expect(await limio.complete(BASKET)).toBe(404);
  expect(await refusalOf(initiate(limio))).toMatchObject({ status: 502 });
});

test('baskets left behind have account, fields and tag; bought ones say so, expired ones are gone', async () => {
  const limio = setup();
  const tracking = { accountId: '001', campaign: 'spring', quote: { lines: 2 } };
  const { assistedCheckoutLink } = await limio.client.initiateCheckout({
    order: { ...order, tracking, customFields: { source: 'fair' } },
    journey: { checkout: '/eu-checkout' },
  });
  await limio.openLink(assistedCheckoutLink!);
  const read = async () =>
    (await limio.client.abandonedBaskets({ since: '2026-11-01T00:00:00Z' }).next()).value!.items;
  expect(await read()).toMatchObject([
    {
      id: BASKET,
      completed: false,
      customFields: { source: 'fair' },
      tracking: { ...tracking, offers: [team.path], tag: '/eu-checkout' },
      identities: [{ sub: '001', type: 'account' }],
      orderItems: [{ path: team.path, products: [{ productCode: 'DESK' }] }],
    },
  ]);
  await limio.complete(BASKET);
  expect(await read()).toMatchObject([{ id: BASKET, completed: true }]);

  await initiate(limio, { external_id: 'other' });
  limio.wait(15 * DAY_MS);
  expect(await read()).toMatchObject([{ id: BASKET }]);
});

const verify = (email: string, address?: Record<string, string>) => ({
  verify: { customerDetails: { email }, ...(address && { address }) },
});

// prettier-ignore
const renewals: Array<[behaviour: string, details: object]> = [
  ['without details',                          { subId: 'sub-1' }],
  ['of a reference',                           { subRef: 'A-1001' }],
  ['with the subscriber’s address',            { subId: 'sub-1', ...verify('ada@example.com') }],
  ['with an address in capitals',              { subId: 'sub-1', ...verify('ADA@EXAMPLE.COM', { postalCode: 'sw1y4jh', city: 'London' }) }],
];
test.for(renewals)('a renewal %s keeps a basket for its page', async ([, details]) => {
  const limio = setup();
  const renewed = await limio.client.renewCheckout({ order: { external_id: UUID, ...details } });
  expect(renewed).toMatchObject({
    id: BASKET,
    order: { subRef: 'A-1001', customerDetails: { email: 'ada@example.com' }, hideEmailField: true },
  });
  expect(await shown(limio)).toEqual(['3 Desk Team Monthly', '1 Desk Priority Support']);
});

// prettier-ignore
const unverified: Array<[behaviour: string, details: object]> = [
  ['of a subscription nobody knows',   { subId: 'sub-0' }],
  ['with another e-mail address',      { subId: 'sub-1', ...verify('eve@example.com') }],
  ['with another postal code',         { subId: 'sub-1', ...verify('ada@example.com', { postalCode: 'N1 9GU' }) }],
  ['with a field nobody has',          { subId: 'sub-1', ...verify('ada@example.com', { planet: 'Mars' }) }],
];
test.for(unverified)(
  'a renewal %s is refused without saying why, and leaves no basket',
  async ([, details]) => {
    const limio = setup();
    const error = await refusalOf(limio.client.renewCheckout({ order: { external_id: UUID, ...details } }));
    expect(error).toMatchObject({ code: 'subscription_unknown', status: 404, reason: undefined });
    expect(limio.state.baskets.size).toBe(0);
  },
);

test('the basket of a renewal expires when it was told to', async () => {
  const limio = setup();
  await limio.client.renewCheckout({
    order: { external_id: UUID, subId: 'sub-1' },
    expiresAfter: { hours: 1 },
  });
  limio.wait(3_600_000);
  expect((await limio.fetch(`${SHOP}/sandbox/basket?basket=${BASKET}`)).status).toBe(410);
});

// prettier-ignore
const links: Array<[behaviour: string, paths: string[], bought: string[]]> = [
  ['an offer with add-ons',                [team.path, support.path, storage.path],  [team.path, support.path, storage.path]],
  ['an add-on in front of its offer',      [support.path, team.path],                [team.path, support.path]],
  ['no add-on without an offer',           [support.path],                           []],
  ['no add-on that goes with another one', [team.path, '/add_ons/Radio Antenna'],    [team.path]],
];
test.for(links)('a shop link buys %s', async ([, paths, bought]) => {
  const query = paths.map((path) => `purchase=${encodeURIComponent(path)}`).join('&');
  const response = await setup().fetch(`${SHOP}/sandbox/basket?${query}`);
  const { items } = (await response.json()) as { items: { path: string }[] };
  expect(items.map(({ path }) => path)).toEqual(bought);
  // The pages of the demo's shop, which read a link by themselves.
  const { basket } = await openBasket(`?${query}`);
  expect(basket.items.map(({ path }) => path)).toEqual(bought);
});
