import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { redisState } from '../../src/server/state/redis-state.ts';
import { redisClient, redisServer, type RedisServer } from './redis-server.ts';

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

/** Resolves when a condition holds, asking again and again. */
async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise(setImmediate);
}

describe('redisState', () => {
  test('keeps what one instance knows for the others, for its time', async () => {
    const [one, two] = instances();
    await one!.set('key', 'text', 80);
    expect(await two!.get('key')).toBe('text');
    await until(async () => (await two!.get('key')) === undefined);
    expect(await one!.get('other')).toBe(undefined);
  });

  test('locks for one instance at a time', async () => {
    const [one, two] = instances();
    const unlock = await one!.lock('key', 5000);
    expect(await two!.lock('key', 5000)).toBe(undefined);
    await unlock!();
    expect(await two!.lock('key', 5000)).toBeTypeOf('function');
  });

  test('frees a lock whose owner has died, and lets the dead free nothing', async () => {
    const [one, two] = instances();
    const late = await one!.lock('key', 50);
    let unlock: Awaited<ReturnType<NonNullable<typeof two>['lock']>>;
    await until(async () => !!(unlock = await two!.lock('key', 5000)));
    await late!();
    expect(await one!.lock('key', 5000)).toBe(undefined);
    await unlock!();
  });

  test('counts one limit for all instances, and starts anew when its time is over', async () => {
    const limiters = instances().map((state) => state.limiter('name', { points: 3, seconds: 1 }));
    const waits = [];
    for (let n = 0; n < 4; n++) waits.push(await limiters[n % 2]!.take('key'));
    expect(waits.map((wait) => wait > 0)).toEqual([false, false, false, true]);
    expect(waits[3]).toBeLessThanOrEqual(1000);
    expect(await limiters[0]!.take('another key')).toBe(0);
    await until(async () => (await limiters[1]!.take('key')) === 0);
  });

  test('keeps different limits apart', async () => {
    const [state] = instances();
    const [first, second] = ['a', 'b'].map((name) => state!.limiter(name, { points: 1, seconds: 60 }));
    expect([await first!.take('key'), await second!.take('key')]).toEqual([0, 0]);
  });

  test('keeps its keys under a prefix of its own', async () => {
    const state = redisState(clients[0]!, { prefix: 'mine:' });
    await state.set('key', 'text', 60_000);
    await state.lock('key', 60_000);
    await state.limiter('name', { points: 1, seconds: 60 }).take('key');
    expect((await clients[0]!.keys('*')).every((key) => key.startsWith('mine:'))).toBe(true);
  });
});

describe('redisState, when Redis is gone', () => {
  test('goes on in memory with half of each limit, says so once, and says when it is back', async () => {
    const server = await redisServer();
    await server.start();
    const client = await redisClient(server.url);
    const changes: boolean[] = [];
    const state = redisState(client, { pause: 50, onChange: (isUp) => changes.push(isUp) });
    const limiter = state.limiter('name', { points: 4, seconds: 60 });
    expect(await limiter.take('key')).toBe(0);

    await server.stop();
    const waits = [];
    for (let n = 0; n < 3; n++) waits.push(await limiter.take('key'));
    expect(waits.map((wait) => wait > 0)).toEqual([false, false, true]);
    await state.set('key', 'text', 60_000);
    expect(await state.get('key')).toBe('text');
    const unlock = await state.lock('key', 60_000);
    expect(await state.lock('key', 60_000)).toBe(undefined);
    await unlock!();
    expect(changes).toEqual([false]);

    await server.start();
    await until(async () => (await state.get('key')) === undefined && changes.length > 1);
    expect(changes).toEqual([false, true]);
    client.destroy();
    await server.stop();
  });

  test('does not wait for a Redis that hangs, and asks it no more for a while', async () => {
    const server = await redisServer();
    await server.start();
    const client = await redisClient(server.url);
    const state = redisState(client, { timeout: 100, pause: 60_000 });
    server.signal('SIGSTOP');
    const startedAt = performance.now();
    for (let n = 0; n < 20; n++) await state.get('key');
    expect(performance.now() - startedAt).toBeLessThan(1000);
    server.signal('SIGCONT');
    client.destroy();
    await server.stop();
  });
});
