import { expect, test, vi } from 'vitest';
import { limioClient } from '../../src/limio/client.ts';
import type { CallMetrics } from '../../src/limio/transport/call-metrics.ts';

type Reply = number | 'cut' | 'page' | [status: number, headers: Record<string, string>];

const order = {
  orderItems: [{ offer: { id: 'a', version: 'b' } }],
  external_id: 'attempt-1',
  country: 'DE',
  source: 'shop',
  order_type: 'new' as const,
};
const good = { id: 'b', recoveryLink: '/x', order: {} };

/** A Limio that plays its replies in order and then goes on well; waits take no time but the clock's. */
function setup(replies: readonly Reply[], { budget = 2000, random = 0.5, minimumCalls = 99 } = {}) {
  let clock = 1_000_000;
  const bodies: string[] = [];
  const waits: number[] = [];
  const records: CallMetrics[] = [];
  const left = [...replies];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (String(input).endsWith('/oauth2/token'))
      return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 });
    bodies.push(String(init?.body));
    const reply = left.shift() ?? 200;
    if (reply === 'cut') throw new TypeError('fetch failed');
    if (reply === 'page')
      return new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } });
    const [status, headers] = typeof reply === 'number' ? [reply, {}] : reply;
    return status === 200 ? Response.json(good) : new Response('', { status, headers });
  };
  const client = limioClient({
    tenant: 'limio.test',
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    fetch,
    now: () => clock,
    random: () => random,
    sleep: async (ms) => void (waits.push(ms), (clock += ms)),
    breaker: { minimumCalls },
    onCall: (record) => records.push(record),
  });
  const bounds = () => ({ signal: new AbortController().signal, deadline: clock + budget });
  return {
    client,
    initiate: () => client.initiateCheckout({ order }, bounds()),
    promo: () => client.applyPromoCode({ code: 'A', basketId: 'b' }, bounds()),
    bodies,
    waits,
    records,
    bounds,
  };
}

// prettier-ignore
const helped: Array<[behaviour: string, replies: Reply[], wait: number]> = [
  ['a 503',                        [503],                              100],
  ['a 500',                        [500],                              100],
  ['a 502',                        [502],                              100],
  ['a 504',                        [504],                              100],
  ['a 520 of a CDN',               [520],                              100],
  ['a 408 of an idle connection',  [408],                              100],
  ['a connection that was cut',    ['cut'],                            100],
  ['a page in place of JSON',      ['page'],                           100],
  ['a 429 that is short',          [[429, { 'retry-after': '1' }]],    1000],
  ['a 429 without a time',         [429],                              100],
  ['a 503 with a date that is past', [[503, { 'retry-after': 'Thu, 01 Jan 1970 00:00:00 GMT' }]], 0],
  ['a 429 of no time',             [[429, { 'retry-after': '0' }]],      0],
  ['a 429 of half a second',       [[429, { 'retry-after': '0.5' }]],    500],
  ['a 429 of less than no time',   [[429, { 'retry-after': '-1' }]],     100],
  ['a 429 of words',               [[429, { 'retry-after': 'soon' }]],   100],
  ['a 429 of nothing',             [[429, { 'retry-after': ' ' }]],      100],
  ['a 429 of a number in quotes',  [[429, { 'retry-after': '"1"' }]],    100],
  ['a 429 of another notation',    [[429, { 'retry-after': '1e9' }]],    100],
  ['a 429 of two times',           [[429, { 'retry-after': '1, 1' }]],   1000],
  ['a 503 with a date by its own clock', [[503, { 'retry-after': 'Thu, 26 Nov 2026 12:00:01 GMT', date: 'Thu, 26 Nov 2026 12:00:00 GMT' }]], 1000],
];
test.for(helped)('%s is tried once more, with the same external_id', async ([, replies, wait]) => {
  const { initiate, bodies, waits } = setup(replies);
  expect(await initiate()).toMatchObject({ id: 'b' });
  expect(bodies).toHaveLength(2);
  expect(bodies[1]).toBe(bodies[0]);
  expect(waits).toEqual([wait]);
});

// prettier-ignore
const final: Array<[behaviour: string, replies: Reply[], code: string]> = [
  ['a 400',                   [400],                           'upstream_rejected'],
  ['a 401, twice',            [401, 401],                      'credentials_refused'],
  ['a 403',                   [403],                           'upstream_rejected'],
  ['a 404',                   [404],                           'upstream_rejected'],
  ['a 409',                   [409],                           'upstream_rejected'],
  ['a 422',                   [422],                           'upstream_rejected'],
  ['a 501',                   [501],                           'upstream_unavailable'],
  ['a 429 that is long',      [[429, { 'retry-after': '2' }]], 'upstream_unavailable'],
  ['a 429 of ages',           [[429, { 'retry-after': '9'.repeat(400) }]], 'upstream_unavailable'],
  ['a 503 until next year',   [[503, { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }]], 'upstream_unavailable'],
  ['a second failure',        [503, 503],                      'upstream_unavailable'],
  ['a cut connection, twice', ['cut', 'cut'],                  'upstream_unavailable'],
];
test.for(final)('%s is final', async ([, replies, code]) => {
  const { initiate, bodies } = setup(replies);
  await expect(initiate()).rejects.toMatchObject({ code });
  expect(bodies).toHaveLength(replies.length);
});

test('without time for a retry there is none', async () => {
  const { initiate, bodies } = setup([503], { budget: 799 });
  await expect(initiate()).rejects.toMatchObject({ code: 'upstream_unavailable' });
  expect(bodies).toHaveLength(1);
});

test('with little time a failure that comes fast is tried once more all the same', async () => {
  const { initiate, bodies } = setup([503], { budget: 800 });
  expect(await initiate()).toMatchObject({ id: 'b' });
  expect(bodies).toHaveLength(2);
});

test('a wait is spread by chance over a fifth of a second', async () => {
  const short = setup([503], { random: 0 });
  const long = setup([503], { random: 0.999 });
  await Promise.all([short.initiate(), long.initiate()]);
  expect([...short.waits, ...long.waits]).toEqual([0, expect.closeTo(199.8)]);
});

test('what could do harm twice is not tried twice', async () => {
  const { promo, bodies } = setup([503]);
  await expect(promo()).rejects.toMatchObject({ code: 'upstream_unavailable' });
  expect(bodies).toHaveLength(1);
});

test('reading is tried once more', async () => {
  const { client, bounds, bodies } = setup([503, 200]);
  await expect(client.listOffers({}, bounds()).next()).rejects.toMatchObject({ code: 'upstream_invalid' });
  expect(bodies).toHaveLength(2);
});

test('the first attempt has all the time there is, and is not repeated when that is over', async () => {
  const bodies: unknown[] = [];
  const fetch: typeof globalThis.fetch = async (input, init) => {
    if (String(input).endsWith('/oauth2/token'))
      return Response.json({ access_token: 't', token_type: 'Bearer', expires_in: 3600 });
    bodies.push(init!.body);
    return new Promise<never>(() => {});
  };
  const client = limioClient({
    tenant: 'limio.test',
    credentials: () => ({ clientId: 'i', clientSecret: 's' }),
    fetch,
  });
  const startedAt = Date.now();
  const signal = new AbortController().signal;
  await expect(
    client.initiateCheckout({ order }, { signal, deadline: startedAt + 1600 }),
  ).rejects.toMatchObject({ code: 'upstream_timeout' });
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1590);
  expect(bodies).toHaveLength(1);
});

test('half of the calls failing does not open the breaker', async () => {
  const { promo, client } = setup(
    Array.from({ length: 60 }, (_, n) => (n % 2 ? 200 : 503)),
    {
      minimumCalls: 10,
    },
  );
  for (let calls = 0; calls < 60; calls++) await promo().catch(() => {});
  expect(client.health().open).toEqual([]);
});

test('all of the calls failing opens the breaker, once there are enough to say so', async () => {
  const { promo, client, bodies } = setup(Array<number>(30).fill(503), { minimumCalls: 10 });
  for (let calls = 0; calls < 9; calls++) await promo().catch(() => {});
  expect(client.health().open).toEqual([]);
  for (let calls = 0; calls < 9; calls++) await promo().catch(() => {});
  expect(client.health().open).toEqual(['applyPromoCode']);
  expect(bodies).toHaveLength(10);
});

test('an operation that keeps failing is not asked for a while, the others are', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { initiate, promo, bodies, client } = setup([503, 503, 503], { budget: 1000, minimumCalls: 3 });
    for (let calls = 0; calls < 5; calls++)
      await expect(initiate()).rejects.toMatchObject({ code: 'upstream_unavailable' });
    expect(bodies).toHaveLength(3);
    expect(client.health().open).toEqual(['initiateCheckout']);
    expect(await promo()).toMatchObject({ id: 'b' });
    vi.setSystemTime(Date.now() + 5000);
    expect(await initiate()).toMatchObject({ id: 'b' });
    expect(client.health().open).toEqual([]);
  } finally {
    vi.useRealTimers();
  }
});

test('while one call tries a failed operation, the others do not wait for it', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  try {
    const { initiate, bodies } = setup([503], { budget: 1000, minimumCalls: 1 });
    await initiate().catch(() => {});
    vi.setSystemTime(Date.now() + 5000);
    const [first, ...rest] = await Promise.allSettled([initiate(), initiate(), initiate()]);
    expect(first.status).toBe('fulfilled');
    expect(rest.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(bodies).toHaveLength(2);
  } finally {
    vi.useRealTimers();
  }
});

// prettier-ignore
const troubles: Array<[behaviour: string, replies: Reply[], requests: number]> = [
  ['being turned away',    [429, 429], 2],
  ['a failing server',     [500, 502], 2],
  ['cut connections',      ['cut', 'cut'], 2],
  // Each call sends two requests, with a new token for the second.
  ['tokens nobody trusts', [401, 401, 401, 401], 4],
];
test.for(troubles)('%s opens the breaker', async ([, replies, requests]) => {
  const { promo, bodies, client } = setup(replies, { minimumCalls: 2 });
  for (let calls = 0; calls < 4; calls++) await promo().catch(() => {});
  expect(bodies).toHaveLength(requests);
  expect(client.health().open).toEqual(['applyPromoCode']);
});

test.for([400, 404, 409, 422, 423])('a %i says nothing about Limio’s health', async (status) => {
  const { promo, client } = setup(Array<number>(5).fill(status), { minimumCalls: 2 });
  for (let calls = 0; calls < 5; calls++) await promo().catch(() => {});
  expect(client.health().open).toEqual([]);
});

test('each call is recorded by what it came to', async () => {
  const { initiate, promo, records } = setup([503, 200, 400]);
  await initiate();
  await promo().catch(() => {});
  expect(records).toEqual([
    { operation: 'token', took: 0, attempts: 1, status: 200 },
    { operation: 'initiateCheckout', took: 100, attempts: 2, status: 200 },
    { operation: 'applyPromoCode', took: 0, attempts: 1, status: 400, code: 'promo_refused' },
  ]);
});
