import { expect, test } from 'vitest';
import {
  business,
  DAY_MS,
  foreign,
  item,
  radio,
  refusalOf,
  setup,
  starter,
  storage,
  support,
  team,
  type Setup,
} from './rules-setup.ts';

type Items = ReturnType<typeof item>[];

const order = (orderItems: Items = [], id = 'sub-1') => ({ forSubscription: { id }, orderItems });

const start = ({ client }: Setup, orderItems: Items = [], id = 'sub-1') =>
  client.startSubscriptionCheckout({ recaptcha: '', order: order(orderItems, id) });

/** Starts a change and alters it. */
async function change(limio: Setup, first: Items, ...others: Items[]) {
  const { cookie, checkout } = await start(limio, first);
  let last = checkout;
  for (const items of others)
    last = await limio.client.updateSubscriptionCheckout({ recaptcha: '', cookie, order: order(items) });
  return last;
}

/** `add Desk Team Monthly`, as lines are read. */
const lines = ({ order }: Awaited<ReturnType<typeof change>>) =>
  order!.orderItems!.map(
    ({ orderItemActionType, offerId }) =>
      `${orderItemActionType} ${[starter, team, business, support, storage, radio, foreign].find(({ id }) => id === offerId)!.name}`,
  );

// prettier-ignore
const changes: Array<[behaviour: string, steps: Items[], result: string[], total: number]> = [
  ['nothing changes nothing',                             [[]],                                             [], 87 + 49],
  ['an added offer removes the one before by itself',     [[item('add', business, 3)]],                     ['add Desk Business Monthly', 'remove Desk Team Monthly'], 3 * 59 + 49],
  ['an offer may be removed and added at once',           [[item('remove', team), item('add', business, 3)]], ['remove Desk Team Monthly', 'add Desk Business Monthly'], 3 * 59 + 49],
  ['a downgrade is priced, too',                          [[item('add', starter)]],                         ['add Desk Starter Monthly', 'remove Desk Team Monthly'], 12 + 49],
  ['a quantity is 1 unless it is given',                  [[item('add', business)]],                        ['add Desk Business Monthly', 'remove Desk Team Monthly'], 59 + 49],
  ['more of the same is a change, too',                   [[item('add', team, 5)]],                         ['add Desk Team Monthly', 'remove Desk Team Monthly'], 5 * 29 + 49],
  ['an add-on is added to the plan',                      [[item('add', storage, 2)]],                      ['add Desk Storage 100 GB'], 87 + 49 + 5],
  ['an add-on is removed',                                [[item('remove', support)]],                      ['remove Desk Priority Support'], 87],
  ['add-ons that do not go with the new offer are removed', [[item('add', radio)]],                         ['add Radio Monthly', 'remove Desk Team Monthly', 'remove Desk Priority Support'], 70],
  ['an addition is undone by its removal',                [[item('add', business)], [item('remove', business)]], [], 87 + 49],
  ['an add-on that was removed comes back',               [[item('remove', support)], [item('add', support)]], [], 87 + 49],
  ['another offer takes its place once it is undone',     [[item('add', business)], [item('remove', business), item('add', starter)]], ['add Desk Starter Monthly', 'remove Desk Team Monthly'], 12 + 49],
];
test.for(changes)('%s', async ([, steps, result, total]) => {
  const [first = [], ...others] = steps;
  const checkout = await change(setup(), first, ...others);
  expect(lines(checkout)).toEqual(result);
  expect(checkout.order!.total).toEqual({
    currency: 'USD',
    orderSubtotal: total,
    orderTotal: total,
    totalOrderDiscounts: 0,
    amount: total,
  });
});

// prettier-ignore
const refusals: Array<[behaviour: string, steps: Items[], code: string, reason: string]> = [
  ['two added offers',                        [[item('add', business), item('add', starter)]],   'one_offer_only', 'Only one offer can be added'],
  ['a second added offer',                    [[item('add', business)], [item('add', starter)]], 'one_offer_only', 'Only one offer can be added'],
  ['an offer nobody knows',                   [[{ ...item('add', business), offerId: 'x' }]],    'change_refused', 'Unknown offer'],
  ['an add-on nobody knows',                  [[{ ...item('add', storage), offerId: 'x' }]],     'change_refused', 'Unknown addon'],
  ['an add-on that does not go with the plan', [[item('add', foreign)]],                         'change_refused', 'The add-on does not go with the offer'],
  ['the removal of what is not there',        [[item('remove', business)]],                      'change_refused', 'The subscription has no such offer'],
];
test.for(refusals)('%s is refused, and changes nothing', async ([, steps, code, reason]) => {
  const limio = setup();
  const { cookie } = await start(limio);
  const before = steps.slice(0, -1);
  for (const items of before)
    await limio.client.updateSubscriptionCheckout({ recaptcha: '', cookie, order: order(items) });
  const kept = await limio.client.getSubscriptionCheckout({ cookie });
  const error = await refusalOf(
    limio.client.updateSubscriptionCheckout({ recaptcha: '', cookie, order: order(steps.at(-1)) }),
  );
  expect(error).toMatchObject({ code, reason });
  expect(await limio.client.getSubscriptionCheckout({ cookie })).toEqual(kept);
});

test('a refused start leaves no change', async () => {
  const limio = setup();
  await refusalOf(start(limio, [item('add', foreign)]));
  expect(limio.state.changes.size).toBe(0);
});

test('what may be done next is made anew after each change', async () => {
  const limio = setup();
  const ids = (offers: { id?: string | undefined }[] | undefined) => offers!.map(({ id }) => id);
  const first = (await start(limio)).checkout.nextActions!;
  expect(ids(first.upgrades)).toEqual([business.id, radio.id]);
  expect(ids(first.downgrades)).toEqual([starter.id]);
  expect(ids(first.crossSells)).toEqual([storage.id]);
  expect(ids(first.subscriptionAddOns)).toEqual([support.id]);
  expect(first.selectOffer).toBe(false);
  const then = (await change(limio, [item('add', radio)])).nextActions!;
  expect(ids(then.upgrades)).toEqual([]);
  expect(ids(then.downgrades)).toEqual([starter.id, team.id, business.id]);
  expect(ids(then.crossSells)).toEqual([foreign.id]);
  expect(ids(then.subscriptionAddOns)).toEqual([]);
});

// prettier-ignore
const dates: Array<[behaviour: string, items: Items, date: string | undefined]> = [
  ['what costs more begins at once',            [item('add', business, 3)], '2026-11-21T00:00:00.000Z'],
  ['what costs less begins with the next term', [item('add', starter, 3)],  '2026-12-11T00:00:00.000Z'],
  ['fewer seats begin with the next term',      [item('add', team, 2)],     '2026-12-11T00:00:00.000Z'],
  ['an add-on begins at once',                  [item('add', storage)],     '2026-11-21T00:00:00.000Z'],
  ['what is removed ends with the term',        [item('remove', support)],  '2026-12-11T00:00:00.000Z'],
  ['no change has no date',                     [],                         undefined],
];
test.for(dates)('%s', async ([, items, date]) => {
  const { order } = await change(setup(), items);
  expect(order!.effectiveDate).toBe(date);
  expect(order!.orderItems![0]?.effective_date).toBe(date);
});

test('a pending change is told with its date', async () => {
  const error = await refusalOf(start(setup(), [], 'sub-pending'));
  expect(error).toMatchObject({
    code: 'subscription_pending',
    reason: 'A change is pending until 2026-12-11',
    until: '2026-12-11',
  });
});

test('a change that was made is over, and pending until its date', async () => {
  const limio = setup();
  const { cookie, checkout } = await start(limio, [item('add', starter)]);
  expect(await limio.complete(checkout.order!.checkoutId!)).toBe(204);
  expect(await limio.complete(checkout.order!.checkoutId!)).toBe(404);
  expect(await limio.client.getSubscriptionCheckout({ cookie })).toMatchObject({ completed: true });
  const again = limio.client.updateSubscriptionCheckout({ recaptcha: '', cookie, order: order() });
  expect(await refusalOf(again)).toMatchObject({
    code: 'change_refused',
    reason: 'The change has been made',
  });
  expect(await refusalOf(start(limio))).toMatchObject({ until: '2026-12-11' });
});

test('a change that took effect at once lets the next one begin', async () => {
  const limio = setup();
  const { checkout } = await start(limio, [item('add', storage)]);
  await limio.complete(checkout.order!.checkoutId!);
  limio.wait(DAY_MS);
  expect((await start(limio)).cookie).toContain('limio_state=');
});

test('of several plans one has to be chosen first', async () => {
  const limio = setup();
  const { checkout } = await start(limio, [], 'sub-many');
  expect(checkout.nextActions).toMatchObject({ selectOffer: true, upgrades: [] });
  const refused = await refusalOf(start(limio, [item('add', business)], 'sub-many'));
  expect(refused.reason).toBe('An offer of the subscription has to be chosen first');
  const chosen = await limio.client.startSubscriptionCheckout({
    recaptcha: '',
    order: { ...order([item('add', business)], 'sub-many'), forSubscriptionOffer: { offerId: team.id } },
  });
  expect(lines(chosen.checkout)).toEqual(['add Desk Business Monthly', 'remove Desk Team Monthly']);
});

test('a change is for one subscription alone, by id or by name', async () => {
  const limio = setup();
  const { cookie } = await start(limio);
  const alter = (forSubscription: object) =>
    limio.client.updateSubscriptionCheckout({ recaptcha: '', cookie, order: { forSubscription } as never });
  expect((await alter({ name: 'A-1001' })).order!.forSubscription).toEqual({ id: 'sub-1', name: 'A-1001' });
  expect(await refusalOf(alter({ id: 'sub-many' }))).toMatchObject({ reason: 'Another subscription' });
});
