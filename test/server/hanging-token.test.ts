import { expect, onTestFinished, test } from 'vitest';
import { memoryState } from '../../src/server/state/memory-state.ts';
import type { BackendState } from '../../src/server/state/state.ts';
import { distant } from '../setup/distant-store.ts';
import { everyRoute, FAULTY_ROUTES } from './every-fault-setup.ts';

const askedFor = (what: string) => FAULTY_ROUTES.find(({ name }) => name === what)!.ask('');

/** Milliseconds that each question to a state takes that is far away. */
const DISTANCE_MS = 100;

/** Longest a backend waits for the token of another one, in milliseconds. */
const MAX_WAIT_MS = 1000;

test('a token that hangs on one backend costs no sale of another one', async () => {
  const state = memoryState();
  let tries = 0;
  const add: BackendState['add'] = (key, value, ttl) => {
    if (key.endsWith(':lock')) tries++;
    return state.add(key, value, ttl);
  };
  const { limio, send } = await everyRoute(distant({ ...state, add }, DISTANCE_MS));
  onTestFinished(() => limio.close());
  const tokens = () => limio.log.filter(({ operation }) => operation === 'token').length;
  limio.use('stall@token');
  expect(await send(askedFor('an assisted checkout'), 500)).toMatchObject({
    status: 504,
    body: { code: 'upstream_timeout' },
  });
  await expect.poll(tokens).toBe(1);
  expect(tries).toBe(1);

  // The first one goes on waiting for its token, and holds the lock for as long.
  limio.use('happy');
  expect(await send(askedFor('an assisted checkout'))).toMatchObject({ status: 200 });
  expect(tokens()).toBe(2);
  // Each look asks the state twice, for the token and for the lock.
  expect(tries - 1).toBeLessThanOrEqual(MAX_WAIT_MS / (2 * DISTANCE_MS));
});

test('a token that hangs on one backend is not waited for where another one has got it', async () => {
  const { limio, send } = await everyRoute(memoryState());
  onTestFinished(() => limio.close());
  const tokens = () => limio.log.filter(({ operation }) => operation === 'token').length;
  limio.use('stall@token');
  const checkout = send(askedFor('an assisted checkout'));
  await expect.poll(tokens).toBe(1);
  limio.use('happy');
  expect(await send(askedFor('a quote'))).toMatchObject({ status: 200 });
  expect(await checkout).toMatchObject({ status: 200 });
  expect(tokens()).toBe(2);
});
