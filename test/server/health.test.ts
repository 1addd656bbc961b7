import { expect, test } from 'vitest';
import { pretendLimio, TENANT } from './pretend-limio.ts';
import { checkout, outcome, setup } from './setup.ts';

test('is live and ready without asking Limio', async () => {
  const { get, limio } = setup();
  expect(await (await get('/health/live', {})).json()).toEqual({ live: true });
  expect(await (await get('/health/ready', {})).json()).toEqual({
    ready: true,
    token: 'none',
    offers: 'none',
  });
  expect(limio.calls).toEqual([]);
});

test('says what there is once it has been used', async () => {
  const { get, post, wait } = setup();
  await post(checkout());
  expect(await (await get('/health/ready', {})).json()).toEqual({
    ready: true,
    token: 'good',
    offers: 'fresh',
  });
  wait(120);
  expect(await (await get('/health/ready', {})).json()).toMatchObject({ offers: 'stale' });
});

test('is live but not ready while checkouts fail at Limio, and says nothing about hosts', async () => {
  const limio = pretendLimio({ initiateCheckout: () => Response.json({ message: 'no' }, { status: 503 }) });
  const { get, post, wait } = setup({}, limio);
  for (let n = 0; n < 6; n++) expect(await outcome(await post(checkout()))).toBe('503 upstream_unavailable');
  const asked = limio.count('initiateCheckout');
  expect(await outcome(await post(checkout()))).toBe('503 upstream_unavailable');
  expect(limio.count('initiateCheckout')).toBe(asked);

  const ready = await get('/health/ready', {});
  const text = await ready.text();
  expect([ready.status, JSON.parse(text)]).toEqual([503, { ready: false, token: 'good', offers: 'fresh' }]);
  expect(text).not.toContain(TENANT);
  expect((await get('/health/live', {})).status).toBe(200);
  expect((await get('/offers')).status).toBe(200);

  wait(6);
  expect((await get('/health/ready', {})).status).toBe(200);
});
