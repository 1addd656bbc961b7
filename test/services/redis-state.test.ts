import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inTime } from '../setup/in-time.ts';
import { redisState } from '../../src/server/state/redis-state.ts';
import { STATE_CASES, until } from '../server/state-cases.ts';
import { redisClient, redisServer, slowly, type RedisServer } from './redis-server.ts';

let redis: RedisServer;
let clients: Awaited<ReturnType<typeof redisClient>>[];

beforeAll(async () => {
  redis = await redisServer();
  await redis.start();
  clients = await Promise.all([redisClient(redis.url), redisClient(redis.url)]);
});
afterEach(() => clients[0]!.flushAll());
afterAll(async () => {
  clients.forEach((client) => client.destroy());
  await redis.stop();
});

/** Two instances of a backend, as far as their state goes. */
const instances = () => clients.map((client) => redisState(client));

describe('redisState', () => {
  test.for(STATE_CASES)('%s', async ([, check]) => {
    const [one, two] = instances();
    await check(one!, two!);
  });

  test('keeps its keys under a prefix of its own', async () => {
    const state = redisState(clients[0]!, { prefix: 'mine:' });
    await state.set('key', 'text', 60_000);
    await state.add('added', 'text', 60_000);
    await state.count('name', { points: 1, seconds: 60 });
    const keys = await clients[0]!.keys('*');
    expect(keys).toHaveLength(3);
    expect(keys.every((key) => key.startsWith('mine:'))).toBe(true);
  });
});

describe('redisState, when Redis is gone', () => {
  test('goes on in memory with half of each limit, says so once and why, and says when it is back', async () => {
    const server = await redisServer();
    await server.start();
    const client = await redisClient(server.url);
    const changes: Array<[isUp: boolean, cause?: string | undefined]> = [];
    const state = redisState(client, {
      pause: 50,
      timeout: 5000,
      onChange: (...change) => changes.push(change),
    });
    const limit = { points: 4, seconds: 60 };
    expect(await state.count('name', limit)).toBe(0);

    await server.stop();
    const waits = [];
    for (let n = 0; n < 3; n++) waits.push(await state.count('name', limit));
    expect(waits.map((wait) => wait > 0)).toEqual([false, false, true]);
    await state.set('key', 'text', 60_000);
    expect(await state.get('key')).toBe('text');
    expect(await state.add('added', 'text', 60_000)).toBe(undefined);
    expect(await state.add('added', 'other', 60_000)).toBe('text');
    expect(changes).toEqual([[false, expect.stringMatching(/^\w+$/)]]);

    await server.start();
    await until(async () => (await state.get('key')) === undefined && changes.length > 1);
    expect(changes[1]).toEqual([true, undefined]);
    client.destroy();
    await server.stop();
  });

  test('does not wait for a Redis that hangs, and asks it no more for a while', async () => {
    const server = await redisServer();
    await server.start();
    const client = await redisClient(server.url);
    const state = redisState(client, { timeout: 100, pause: 60_000 });
    server.signal('SIGSTOP');
    const twenty = async () => {
      for (let n = 0; n < 20; n++) await state.get('key');
    };
    await inTime(1000, twenty());
    server.signal('SIGCONT');
    client.destroy();
    await server.stop();
  });

  // prettier-ignore
  const slow: Array<[latency: number, timeout: number]> = [[300, 500], [60, 100], [90, 250]];
  test.for(slow)(
    'takes no more than its time from a request, if each answer takes %i ms of %i',
    async ([latency, timeout]) => {
      const delayed = await slowly(redis.url, latency);
      const client = await redisClient(delayed.url);
      const causes: Array<string | undefined> = [];
      const state = redisState(client, {
        timeout,
        pause: 60_000,
        onChange: (_, cause) => causes.push(cause),
      });
      const startedAt = performance.now();
      const request = state.forRequest!();
      const nine = async () => {
        for (let n = 0; n < 9; n++) await request.count(`limit ${n}`, { points: 5, seconds: 60 });
      };
      await inTime(timeout + 150, nine());
      expect(performance.now() - startedAt).toBeGreaterThan(timeout - 20);
      expect(causes).toEqual(['TimeoutError']);
      // The next request pays nothing.
      await inTime(50, Promise.resolve(state.forRequest!().get('key')));
      client.destroy();
      delayed.close();
    },
  );

  test('lets one probe find out whether Redis is fast again, and nobody wait for it', async () => {
    const delayed = await slowly(redis.url, 300);
    const client = await redisClient(delayed.url);
    const changes: boolean[] = [];
    const state = redisState(client, { timeout: 250, pause: 20, onChange: (isUp) => changes.push(isUp) });
    await state.get('key');
    expect(changes).toEqual([false]);
    const many = async () => {
      for (let n = 0; n < 200; n++) await state.forRequest!().get('key');
    };
    await inTime(200, many());
    delayed.latency = 0;
    await until(async () => (await state.get('key'), changes.length > 1));
    expect(changes).toEqual([false, true]);
    client.destroy();
    delayed.close();
  });
});
