import { expect, test, vi } from 'vitest';
import { CREDENTIALS, sandbox, TENANT } from '../../demo/sandbox/sandbox.ts';
import { limioClient } from '../../src/limio/client.ts';
import type { TokenStore } from '../../src/limio/token/token-store.ts';
import { distant } from '../setup/distant-store.ts';

/** The simplest store that can be shared; what expires is up to the clock of the test. */
function memoryStore(
  now: () => number,
): TokenStore & { values: Map<string, { value: string; until: number }> } {
  const values = new Map<string, { value: string; until: number }>();
  const read = (key: string) => {
    const found = values.get(key);
    return found && now() < found.until ? found.value : undefined;
  };
  return {
    values,
    get: async (key) => read(key),
    set: async (key, value, ttl) => void values.set(key, { value, until: now() + ttl }),
    add: async (key, value, ttl) => {
      const there = read(key);
      if (there === undefined) values.set(key, { value, until: now() + ttl });
      return there;
    },
    take: async (key, value) => {
      const there = read(key);
      if (value !== undefined && there !== value) return undefined;
      values.delete(key);
      return there;
    },
  };
}

function setup(change: (store: TokenStore) => TokenStore = (store) => store) {
  let clock = 1_000_000;
  const now = () => clock;
  const limio = sandbox({ now });
  const store = memoryStore(now);
  const instance = () =>
    limioClient({
      tenant: TENANT,
      credentials: () => CREDENTIALS,
      fetch: limio.fetch,
      now,
      random: () => 0.5,
      tokenStore: change(store),
    });
  const list = (client: ReturnType<typeof instance>) =>
    client.listOffers({}, { signal: AbortSignal.timeout(9000) }).next();
  const tokens = () => limio.log.filter(({ operation }) => operation === 'token').length;
  return { instance, list, store, limio, tokens, wait: (ms: number) => void (clock += ms) };
}

test('several instances that start at once fetch one token', async () => {
  const { instance, list, tokens } = setup();
  const clients = Array.from({ length: 8 }, instance);
  await Promise.all(clients.flatMap((client) => [list(client), list(client)]));
  expect(tokens()).toBe(1);
});

test('an instance that starts later uses the token of the others', async () => {
  const { instance, list, tokens, wait } = setup();
  await list(instance());
  wait(1_800_000);
  await list(instance());
  expect(tokens()).toBe(1);
});

test('the token is renewed once for all of them', async () => {
  const { instance, list, tokens, wait } = setup();
  const clients = [instance(), instance(), instance()];
  await Promise.all(clients.map(list));
  wait(3_600_000);
  await Promise.all(clients.map(list));
  expect(tokens()).toBe(2);
});

test('one instance renews the token early, the others find it in the store', async () => {
  const { instance, list, limio, tokens, wait } = setup();
  const [first, second] = [instance(), instance()];
  await list(first);
  await list(second);
  wait(3_515_000);
  await list(first);
  await vi.waitUntil(
    () => limio.log.filter(({ operation, status }) => operation === 'token' && status).length === 2,
  );
  wait(25_000);
  await list(second);
  await list(second);
  expect(tokens()).toBe(2);
  expect(second.health().tokenGoodFor).toBeGreaterThan(3_500_000);
});

test('a token that was refused is not taken from the store again', async () => {
  const { instance, list, limio, tokens } = setup();
  const clients = [instance(), instance()];
  await Promise.all(clients.map(list));
  limio.state.tokens.clear();
  // The sandbox numbers its tokens; this keeps the next one from bearing the same name.
  limio.state.tokens.set('revoked', 0);
  await Promise.all(clients.map(list));
  expect(tokens()).toBe(2);
});

test('the token is kept by host and client, and the lock is freed', async () => {
  const { instance, list, store } = setup();
  await list(instance());
  expect([...store.values.keys()]).toEqual(['limio-token:limio.test:sandbox']);
});

test('a token that arrives between the look and the lock is used', async () => {
  const { instance, list, store, tokens } = setup((store) => {
    let looks = 0;
    return { ...store, get: async (key) => (looks++ ? store.get(key) : undefined) };
  });
  const token = { value: 'sandbox-token-1', refreshAt: 2_000_000, expiresAt: 3_000_000 };
  await list(instance());
  await store.set('limio-token:limio.test:sandbox', JSON.stringify(token), 1_000_000);
  await list(instance());
  expect(tokens()).toBe(1);
});

// prettier-ignore
const broken: Array<[behaviour: string, change: (store: TokenStore) => TokenStore]> = [
  ['that is down',           () => ({ get: fail, set: fail, add: fail, take: fail })],
  ['that hangs',             () => ({ get: hang, set: hang, add: hang, take: hang })],
  ['that cannot lock',       (store) => ({ ...store, add: fail })],
  ['that cannot keep',       (store) => ({ ...store, set: fail })],
  ['that holds nonsense',    (store) => ({ ...store, get: async () => '{"value":1}' })],
  ['whose lock never frees', (store) => ({ ...store, add: async () => 'another instance' })],
  ['that is slow and whose lock never frees', (store) => distant({ ...store, add: async () => 'another instance' }, 100)],
];
const fail = () => Promise.reject(new Error('store is down'));
const hang = () => new Promise<never>(() => {});

test.for(broken)('with a store %s there is still a token', async ([, change]) => {
  const { instance, list, tokens } = setup(change);
  expect((await list(instance())).value).toMatchObject({ items: expect.any(Array) });
  expect(tokens()).toBe(1);
});
