import { describe, expect, test } from 'vitest';
import type { LimioEvent } from '../../src/server.ts';
import { boughtIn } from '../../src/server/events/bought.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { tellBaskets } from '../../src/server/abandoned/tell-baskets.ts';
import { addBasket, setup as abandonedSetup } from './abandoned-setup.ts';
import { HERE, outcome, setup } from './setup.ts';

const USER = 'limio';
const PASSWORD = 'canary:password-ä-0123456789';
const BASKET = 'basket-3dafcfaa-6218-8432-a6ff-42263fe100ba';

const basic = (user: string, password: string) =>
  `Basic ${btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)))}`;

/** A backend that takes Limio's webhooks, and what it was told. */
function receiver(on?: (event: LimioEvent) => void, state = memoryState()) {
  const told: LimioEvent[] = [];
  const { backend, log, limio } = setup({
    state,
    events: { user: USER, password: PASSWORD, on: (event) => (on?.(event), void told.push(event)) },
  });
  const send = (body: unknown, query = '?event=order-submitted', authorization = basic(USER, PASSWORD)) =>
    backend.fetch(
      new Request(`${HERE}/webhooks/limio${query}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  return { state, told, log, limio, send, isBought: boughtIn(state) };
}

describe('an order that Limio tells of', () => {
  // prettier-ignore
  const orders: Array<[what: string, body: object, query?: string]> = [
    ['by the id of its basket',        { checkoutId: BASKET, status: 'submitted' }],
    ['by another name of the id',      { id: BASKET }],
    ['by its external id',             { external_id: BASKET.slice('basket-'.length) }],
    ['within its data',                { data: { order: { checkoutId: BASKET } } }],
    ['within its order',               { id: 'event-1', order: { external_id: BASKET.slice(7) } }],
    ['that names the event itself',    { type: 'Order Submitted', order: { checkoutId: BASKET } }, ''],
    ['in another spelling',            { checkoutId: BASKET }, '?event=OrderSubmitted'],
    ['that names the event, not as the address', { event: { id: 1 }, type: 'order.submitted', checkoutId: BASKET }, '?event='],
    ['with offers of half a megabyte', { checkoutId: BASKET, offers: 'x'.repeat(400_000) }],
  ];
  test.for(orders)('is known to be bought, %s', async ([, body, query]) => {
    const { send, told, isBought } = receiver();
    expect(await (await send(body, query)).json()).toEqual({ event: 'order_submitted', isNew: true });
    expect(await isBought(BASKET)).toBe(true);
    expect(told).toMatchObject([{ name: 'order_submitted', basketId: BASKET, object: body }]);
  });

  test('is taken once, however often and at once it comes', async () => {
    const { send, told } = receiver();
    const answers = await Promise.all([1, 2, 3].map(() => send({ checkoutId: BASKET })));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await (await send({ checkoutId: BASKET })).json()).toEqual({
      event: 'order_submitted',
      isNew: false,
    });
    expect(told).toHaveLength(1);
  });

  test('is still known when the first request is forgotten', async () => {
    const all = memoryState();
    // What is known of an attempt lasts ten minutes; Limio may send again a day later.
    const add: typeof all.add = async (key, ...rest) =>
      key.startsWith('attempt:') ? undefined : all.add(key, ...rest);
    const { send, told } = receiver(undefined, { ...all, add });
    await send({ checkoutId: BASKET });
    expect(await (await send({ checkoutId: BASKET })).json()).toEqual({
      event: 'order_submitted',
      isNew: false,
    });
    expect(told).toHaveLength(1);
  });

  test('comes again where it could not be worked on', async () => {
    let isDown = true;
    const { send, told } = receiver(() => {
      if (isDown) throw new Error('canary of a CRM');
    });
    const refused = await send({ checkoutId: BASKET });
    expect(refused.status).toBe(500);
    expect(await refused.text()).not.toContain('canary');
    isDown = false;
    expect(await (await send({ checkoutId: BASKET })).json()).toEqual({
      event: 'order_submitted',
      isNew: true,
    });
    expect(told).toHaveLength(1);
  });
});

// prettier-ignore
const others: Array<[what: string, query: string, body: object, name: string]> = [
  ['a checkout that began',    '?event=checkout-initiated',   { id: BASKET },          'checkout_initiated'],
  ['a changed subscription',   '?event=Update%20Subscription', { id: 'sub-1' },         'update_subscription'],
  ['an order without a basket', '?event=order-submitted',      { orderReference: 'A' }, 'order_submitted'],
];
test.for(others)('%s is told, and nothing is bought by it', async ([, query, body, name]) => {
  const { send, told, isBought } = receiver();
  expect((await send(body, query)).status).toBe(200);
  expect(told).toMatchObject([{ name }]);
  expect(await isBought(BASKET)).toBe(false);
});

test('either password is taken while one replaces another, and nothing in between', async () => {
  const { backend } = setup({
    events: { user: USER, password: () => `${PASSWORD}\r\nthe-next-password-0123\n\n` },
  });
  const send = async (password: string) => {
    const headers = { 'content-type': 'application/json', authorization: basic(USER, password) };
    const init = { method: 'POST', headers, body: JSON.stringify({ checkoutId: BASKET }) };
    return (await backend.fetch(new Request(`${HERE}/webhooks/limio?event=order-submitted`, init))).status;
  };
  expect(await send(PASSWORD)).toBe(200);
  expect(await send('the-next-password-0123')).toBe(200);
  for (const password of ['', `${PASSWORD}\r\nthe-next-password-0123`, '\n'])
    expect(await send(password)).toBe(401);
});

describe('whoever is not Limio', () => {
  // prettier-ignore
  const callers: Array<[who: string, authorization: string]> = [
    ['nobody',               ''],
    ['another name',         basic('someone', PASSWORD)],
    ['another password',     basic(USER, 'canary')],
    ['an empty password',    basic(USER, '')],
    ['what is no base64',    'Basic %%%'],
    ['a bearer key',         `Bearer ${btoa(`${USER}:${PASSWORD}`)}`],
    ['a name without end',   `Basic ${'x'.repeat(5000)}`],
  ];
  test.for(callers)('is refused before anything is read: %s', async ([, authorization]) => {
    const { send, told, log } = receiver();
    const answer = await send('{"broken', '', authorization);
    expect(await outcome(answer)).toBe('401 key_invalid');
    expect(answer.headers.get('www-authenticate')).toBe('Basic realm="limio-offers"');
    expect(told).toEqual([]);
    expect(JSON.stringify(log)).not.toContain('canary');
  });

  test('finds no such route where none is set up', async () => {
    const { ask } = setup();
    expect(await outcome(await ask('/webhooks/limio', { method: 'POST' }))).toBe('404 not_found');
  });
});

// prettier-ignore
const bad: Array<[what: string, body: unknown, query: string, expected: string]> = [
  ['no name of an event',   { checkoutId: BASKET },           '',                        '400 bad_request'],
  ['a name of nothing',     { checkoutId: BASKET },           '?event=%20',              '400 bad_request'],
  ['a list',                [],                               '?event=order-submitted',  '400 bad_request'],
  ['no JSON',               '{"a',                            '?event=order-submitted',  '400 bad_request'],
  ['what is nested deep',   `{"checkoutId":"${BASKET}","more":${'['.repeat(9000)}${']'.repeat(9000)}}`, '?event=order-submitted', '400 bad_request'],
  ['more than it may hold', { x: 'x'.repeat(600_000) },       '?event=order-submitted',  '413 too_large'],
];
test.for(bad)('%s is refused', async ([, body, query, expected]) => {
  const { send, told } = receiver();
  expect(await outcome(await send(body, query))).toBe(expected);
  expect(told).toEqual([]);
});

test('a basket that was bought is told as such, though Limio lists it as left behind', async () => {
  const { send, isBought } = receiver();
  const { limio, told, options } = abandonedSetup({ isBought });
  const left = addBasket(limio, 120);
  const bought = addBasket(limio, 110);
  await send({ checkoutId: bought });
  await tellBaskets(options, new AbortController().signal);
  expect(told.map(({ type, data: { id } }) => [type, id]).sort()).toEqual([
    ['basket.abandoned', left],
    ['basket.completed', bought],
  ]);
});
