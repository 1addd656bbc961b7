import { expect, test } from 'vitest';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { pretendLimio, TENANT } from './pretend-limio.ts';
import { checkout, outcome, setup } from './setup.ts';

const report = async (response: Response) => [response.status, await response.json()];
const good = { ready: true, down: [], causes: {} };

test('is live without asking Limio', async () => {
  const { get, limio } = setup();
  expect(await (await get('/health/live', {})).json()).toEqual({ live: true });
  expect(limio.calls).toEqual([]);
});

test('is ready once there was a token, which it asks for itself', async () => {
  const { get, limio } = setup();
  const first = await report(await get('/health/ready', {}));
  expect(first).toEqual([503, { ready: false, down: ['token'], causes: {} }]);
  await expect.poll(async () => (await get('/health/ready', {})).status).toBe(200);
  expect(await report(await get('/health/ready', {}))).toEqual([200, good]);
  expect(limio.count()).toBe(1);
});

// prettier-ignore
const wrong: Array<[what: string, token: () => Response | Promise<Response>, cause: string]> = [
  ['a wrong secret',             () => Response.json({ error: 'invalid_client' }, { status: 401 }),                     'credentials_refused 401'],
  ['a wrong client',             () => Response.json({ error: 'invalid_client' }, { status: 400 }),                     'credentials_refused 400'],
  ['a Limio that is down',       () => new Response('', { status: 503 }),                                               'upstream_unavailable 503'],
  ['a host that does not exist', () => Promise.reject(new TypeError('x', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) })), 'upstream_unavailable ENOTFOUND'],
  ['a bad certificate',          () => Promise.reject(new TypeError('x', { cause: Object.assign(new Error(), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }) })), 'upstream_unavailable DEPTH_ZERO_SELF_SIGNED_CERT'],
];
test.for(wrong)('is not ready with %s, and says why', async ([, token, cause]) => {
  const { get, backend } = setup({}, pretendLimio({ token }));
  await backend.warmUp();
  const [status, body] = await report(await get('/health/ready', {}));
  expect([status, body]).toEqual([503, { ready: false, down: ['token'], causes: { token: cause } }]);
});

test('is not ready any more when the process is about to stop', async () => {
  const { get, backend, post } = setup();
  await backend.warmUp();
  expect((await get('/health/ready', {})).status).toBe(200);
  backend.drain();
  expect((await get('/health/ready', {})).status).toBe(503);
  expect((await post(checkout())).status).toBe(200);
});

test('stays in while checkouts fail at Limio, as it can show offers, and says nothing about hosts', async () => {
  const limio = pretendLimio({ initiateCheckout: () => Response.json({ message: 'no' }, { status: 503 }) });
  const { get, post } = setup({}, limio);
  for (let n = 0; n < 16; n++) expect(await outcome(await post(checkout()))).toBe('503 upstream_unavailable');
  const asked = limio.count('initiateCheckout');
  expect(await outcome(await post(checkout()))).toBe('503 upstream_unavailable');
  expect(limio.count('initiateCheckout')).toBe(asked);

  const ready = await get('/health/ready', {});
  const text = await ready.clone().text();
  expect(await report(ready)).toEqual([
    200,
    {
      ready: true,
      down: ['checkouts'],
      causes: { checkouts: expect.stringMatching(/^upstream_unavailable/) as string },
    },
  ]);
  expect(text).not.toContain(TENANT);
  expect((await get('/offers')).status).toBe(200);
});

test('names offers that cannot be read, and forgets it when they can', async () => {
  let isDown = true;
  const limio = pretendLimio({ listOffers: () => (isDown ? new Response('<html>') : undefined) });
  const { get, wait } = setup({}, limio);
  await get('/offers');
  expect(await report(await get('/health/ready', {}))).toEqual([
    200,
    { ready: true, down: ['offers'], causes: { offers: 'upstream_invalid' } },
  ]);
  isDown = false;
  wait(6);
  await get('/offers');
  expect(await report(await get('/health/ready', {}))).toEqual([200, good]);
});

test('names a Redis that is passed over', async () => {
  const state = { ...memoryState(), failure: () => 'ECONNREFUSED' };
  const { get, backend } = setup({ state });
  await backend.warmUp();
  expect(await report(await get('/health/ready', {}))).toEqual([
    200,
    { ready: true, down: ['redis'], causes: { redis: 'ECONNREFUSED' } },
  ]);
});
