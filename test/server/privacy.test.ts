import { describe, expect, test } from 'vitest';
import type { BackendOptions } from '../../src/server/options.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { CREDENTIALS, pretendLimio } from './pretend-limio.ts';
import { checkout, ORIGIN, outcome, setup } from './setup.ts';

const CANARY = 'canary';
const broken = (): never => {
  throw new Error(`${CANARY}@example.com at ${CANARY} (secret)\n    at ${CANARY} (file:1:1)`);
};
const state = memoryState();

describe('whatever breaks', () => {
  // prettier-ignore
  const seams: Array<[seam: string, options: Partial<BackendOptions>]> = [
    ['the state, when it is read',          { state: { ...state, add: async () => '{' } }],
    ['the state, when it is locked',        { state: { ...state, add: broken } }],
    ['the state, when it is written',       { state: { ...state, set: broken } }],
    ['a limiter',                           { state: { ...state, count: broken } }],
    ['the hook that identifies',            { identify: broken }],
    ['the hook that identifies, oddly',     { identify: () => Promise.reject(CANARY) }],
    ['the challenge',                       { challenge: broken }],
    ['the choice of offers',                { sells: broken }],
    ['the mapping of details',              { customerFields: broken }],
    ['the credentials',                     { limio: { tenant: 'limio.test', credentials: broken } }],
  ];
  test.for(seams)('%s, a customer gets a code and a page can read it', async ([, options]) => {
    const { post, log } = setup(options);
    const response = await post(
      checkout({ customer: { email: `${CANARY}@example.com` }, challenge: CANARY }),
    );
    const text = await response.text();
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(JSON.parse(text)).toEqual({ code: 'internal', requestId: response.headers.get('x-request-id') });
    expect(response.status).toBe(500);
    expect(log).toEqual([
      expect.objectContaining({ code: 'internal', status: 500, error: expect.any(String) as string }),
    ]);
    expect(text + JSON.stringify(log)).not.toContain(CANARY);
  });

  test('a log that breaks costs no sale', async () => {
    expect(await outcome(await setup({ log: broken }).post(checkout()))).toBe('200 ok');
  });
});

describe('the log', () => {
  test('has one line for each request, of named fields alone', async () => {
    const { post, get, ask, log } = setup();
    await post(checkout({ promoCode: 'SAVE20' }));
    await get('/offers');
    await get(`/${CANARY}?${CANARY}`);
    await ask('/checkouts', { method: CANARY });
    const id = expect.stringMatching(/^[\da-f-]{36}$/) as string;
    const ms = expect.any(Number) as number;
    expect(log).toEqual([
      {
        requestId: id,
        method: 'POST',
        status: 200,
        ms,
        route: 'openCheckout',
        items: 1,
        isIdentified: false,
        promo: 'applied',
      },
      { requestId: id, method: 'GET', status: 200, ms, route: 'listOffers', items: 5 - 1, isStale: false },
      { requestId: id, method: 'GET', status: 404, ms, route: 'none', code: 'not_found' },
      { requestId: id, method: 'other', status: 405, ms, route: 'none', code: 'method_not_allowed' },
    ]);
  });

  test('holds nothing of a customer, no secret, no token and no link, whatever comes', async () => {
    const limio = pretendLimio();
    const { post, log } = setup(
      { limio: { tenant: 'limio.test', credentials: () => CREDENTIALS, fetch: limio.fetch } },
      limio,
    );
    const customer = {
      email: `${CANARY}@example.com`,
      firstName: `${CANARY}\n{"level":60}`.slice(0, 6),
      lastName: CANARY,
      company: CANARY,
      phone: '+49 999 4711',
    };
    const answers = [
      await post(checkout({ customer, promoCode: 'SAVE20', carry: { utm_source: CANARY } })),
      await post(checkout({ customer, items: [{ path: `/${CANARY}` }] })),
      await post(checkout({ customer, context: CANARY })),
      await post(checkout({ customer: { ...customer, [CANARY]: CANARY } })),
      await post(`{"${CANARY}`),
      await post(
        checkout({ customer }),
        { authorization: CANARY, cookie: CANARY, 'user-agent': CANARY, referer: `https://${CANARY}.test` },
        '203.0.113.99',
      ),
    ];
    expect(answers.map(({ status }) => status)).toEqual([200, 404, 403, 400, 400, 200]);
    const text = JSON.stringify(log);
    expect(log).toHaveLength(6);
    expect(text).not.toMatch(
      /canary|4711|203\.0\.113|sandbox-secret|sandbox-token|eyJ|recover|basket-|shop\.test|attempt-of/,
    );
  });
});

test('answers repeat no value a caller sent', async () => {
  const { post, ask } = setup();
  const wrong = await post(checkout({ customer: { email: CANARY }, promoCode: `${CANARY} !` }));
  expect(await wrong.text()).not.toContain(CANARY);
  const lost = await ask(`/${CANARY}`, { headers: { origin: ORIGIN, 'x-request-id': CANARY } });
  expect(JSON.stringify([await lost.text(), ...lost.headers])).not.toContain(CANARY);
});
