import { expect, onTestFinished, test } from 'vitest';
import { memoryState } from '../../src/server/state/memory-state.ts';
import type { BackendState } from '../../src/server/state/state.ts';
import { everyRoute, FAULTY_ROUTES } from './every-fault-setup.ts';

const askedFor = (what: string) => FAULTY_ROUTES.find(({ name }) => name === what)!.ask('');

/** A state that is far away from the backends which share it. */
function distantState(): BackendState {
  const state = memoryState();
  const reached = () => new Promise((resolve) => setTimeout(resolve, 100));
  return {
    ...state,
    get: async (key) => (await reached(), state.get(key)),
    add: async (key, value, ttl) => (await reached(), state.add(key, value, ttl)),
  };
}

test('a token that hangs on one backend costs no sale of another one', async () => {
  const { limio, send } = await everyRoute(distantState());
  onTestFinished(() => limio.close());
  const tokens = () => limio.log.filter(({ operation }) => operation === 'token').length;
  limio.use('stall@token');
  expect(await send(askedFor('an assisted checkout'), 500)).toMatchObject({
    status: 504,
    body: { code: 'upstream_timeout' },
  });
  await expect.poll(tokens).toBe(1);

  // The first one goes on waiting for its token, and holds the lock for as long.
  limio.use('happy');
  expect(await send(askedFor('an assisted checkout'), 4300)).toMatchObject({ status: 200 });
  expect(tokens()).toBe(2);
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
