import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../../demo/free-port.ts';
import { serveCrm, type Crm } from '../../demo/desk/crm.ts';
import { limioBackend, memoryState, optionsFrom, type BackendState } from '../../src/server.ts';
import { listen } from '../../src/server/node/listen.ts';
import { retryPurchases } from '../../src/server/node/retry-purchases.ts';
import { env } from './program.ts';

const PASSWORD = 'canary-password-0123456789';
const SECRET = `whsec_${btoa('canary, a secret of 32 bytes....')}`;

/** A store as several instances share one: whatever it holds outlives each of them. */
const shared = (failure?: string): BackendState => ({ ...memoryState(), failure: () => failure });

let port: number;
let crm: Crm | undefined;
const closers: Array<() => unknown> = [];
beforeEach(async () => {
  port = await freePort();
});
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
  await crm?.close();
  crm = undefined;
});
const startCrm = async () => (crm = await serveCrm({ port, secret: SECRET }));

/** A backend on a port that tells the CRM, and what sends it webhooks as Limio does. */
async function receiver(state: BackendState, more: Record<string, string> = {}) {
  const log: Array<Record<string, unknown>> = [];
  const variables = {
    ...env,
    LIMIO_EVENTS_USER: 'limio',
    LIMIO_EVENTS_PASSWORD: PASSWORD,
    LIMIO_EVENTS_TO: `http://127.0.0.1:${port}/limio`,
    LIMIO_WEBHOOK_SECRET: SECRET,
    // A machine that is busy is no CRM that is slow.
    LIMIO_BUDGET: '20000',
    ...more,
  };
  const backend = limioBackend({
    ...optionsFrom(variables),
    state,
    log: (line) => void log.push({ ...line }),
  });
  const server = await listen(backend, { port: 0 });
  closers.push(() => server.close(0));
  const send = async (basket: string) => {
    const response = await fetch(`${server.url}/webhooks/limio?event=order-submitted`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Basic ${btoa(`limio:${PASSWORD}`)}`,
      },
      body: JSON.stringify({
        order: { checkoutId: basket, customerDetails: { email: 'canary@example.com' } },
      }),
    });
    return response.status;
  };
  return { backend, send, log };
}

const newBasket = () => `basket-${crypto.randomUUID()}`;
const told = () => crm!.records().map(({ data }) => data.id);

describe('while the CRM is down', () => {
  test('a purchase is kept where several instances share a store, and told by whichever looks first', async () => {
    const state = shared();
    const [one, two] = [await receiver(state), await receiver(state)];
    const baskets = [newBasket(), newBasket(), newBasket()];
    for (const basket of baskets) expect(await one.send(basket)).toBe(200);
    expect(one.log).toMatchObject(baskets.map(() => ({ status: 200, crm: 'failed' })));
    expect(JSON.stringify(one.log)).not.toMatch(/whsec_|canary|basket-|127\.0\.0\.1/);
    expect(await two.backend.tellKept()).toEqual({ told: 0, hasMore: true });
    await startCrm();
    expect(await two.backend.tellKept()).toEqual({ told: 3, hasMore: false });
    expect(told().reverse()).toEqual(baskets);
    expect(await one.backend.tellKept()).toEqual({ told: 0, hasMore: false });
  });

  test('nothing is kept of the customer', async () => {
    const values: string[] = [];
    const state = shared();
    const { send } = await receiver({
      ...state,
      add: (key, value, ttl) => (values.push(key, value), state.add(key, value, ttl)),
      set: (key, value, ttl) => (values.push(key, value), state.set(key, value, ttl)),
    });
    await send(newBasket());
    expect(values.join()).toContain('basket.completed');
    expect(values.join()).not.toContain('canary');
  });

  test('it is told as soon as another purchase reaches the CRM', async () => {
    const { send } = await receiver(shared());
    const [late, next] = [newBasket(), newBasket()];
    await send(late);
    await startCrm();
    expect(await send(next)).toBe(200);
    await expect.poll(told).toEqual([late, next]);
  });

  test('it is told by a timer, without anything else happening', async () => {
    const { send, backend } = await receiver(shared());
    const rounds: unknown[] = [];
    const basket = newBasket();
    await send(basket);
    closers.push(retryPurchases(backend, (round) => rounds.push(round), 20));
    await expect.poll(() => rounds.length).toBeGreaterThan(0);
    await startCrm();
    await expect.poll(told).toEqual([basket]);
    await expect.poll(() => rounds.at(-1)).toEqual({ told: 1, hasMore: false });
  });

  // prettier-ignore
  const fleeting: Array<[what: string, state: () => BackendState]> = [
    ['one process alone remembers',   () => memoryState()],
    ['the shared store is down, too', () => shared('ECONNREFUSED')],
  ];
  test.for(fleeting)('Limio is refused where %s, and it is told when it comes again', async ([, state]) => {
    const { send, log } = await receiver(state());
    const basket = newBasket();
    expect(await send(basket)).toBe(503);
    expect(log).toMatchObject([{ code: 'upstream_unavailable', crm: 'failed' }]);
    await startCrm();
    expect(await send(basket)).toBe(200);
    expect(told()).toEqual([basket]);
  });

  test('one process tells by itself what it remembers, even where nothing comes again', async () => {
    const { send, backend } = await receiver(memoryState());
    const basket = newBasket();
    expect(await send(basket)).toBe(503);
    await startCrm();
    expect(await backend.tellKept()).toEqual({ told: 1, hasMore: false });
    expect(told()).toEqual([basket]);
  });

  test('a CRM that takes the connection and never answers is given up in time', async () => {
    const { send } = await receiver(shared(), { LIMIO_BUDGET: '1500' });
    const silent = await import('node:net').then(({ createServer }) => createServer(() => {}));
    await new Promise<void>((resolve) => silent.listen(port, '127.0.0.1', resolve));
    closers.push(() => silent.close());
    expect(await send(newBasket())).toBe(200);
  });

  test('a wrong secret at the CRM keeps it for when that is mended', async () => {
    const state = shared();
    await startCrm();
    const wrong = await receiver(state, {
      LIMIO_WEBHOOK_SECRET: `whsec_${btoa('another secret, 24 bytes')}`,
    });
    expect(await wrong.send(newBasket())).toBe(200);
    expect(crm!.records()).toEqual([]);
    const mended = await receiver(state);
    expect(await mended.backend.tellKept()).toEqual({ told: 1, hasMore: false });
  });
});

test('a function of one’s own may tell in place of a webhook, and need not mind its signal', async () => {
  const seen: string[] = [];
  const backend = limioBackend({
    ...optionsFrom(env),
    budget: 1500,
    state: shared(),
    events: {
      user: 'limio',
      password: PASSWORD,
      isQuote: (id) => id.startsWith('Q'),
      tell: ({ type }) => (seen.push(type), seen.length > 1 ? Promise.resolve() : new Promise(() => {})),
    },
  });
  const send = (id: string) =>
    backend.fetch(
      new Request('https://backend.test/webhooks/limio?event=order-submitted', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: `Basic ${btoa(`limio:${PASSWORD}`)}`,
        },
        body: JSON.stringify({ external_id: id }),
      }),
    );
  expect((await send('Q-1')).status).toBe(200);
  expect((await send('Q-2')).status).toBe(200);
  await expect.poll(() => seen).toEqual(['quote.completed', 'quote.completed', 'quote.completed']);
});
