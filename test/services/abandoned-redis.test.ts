import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { redisCheckpoint } from '../../src/server.ts';
import { addBasket, NOON } from '../server/abandoned-setup.ts';
import { nodeProgram, removeProgram, run } from '../setup/node-program.ts';
import { watch } from '../server/recipes/watch.ts';
import { redisClient, redisServer, type RedisServer } from './redis-server.ts';

let redis: RedisServer;
let client: Awaited<ReturnType<typeof redisClient>>;
beforeEach(async () => {
  redis = await redisServer();
  await redis.start();
  client = await redisClient(redis.url);
});
afterEach(async () => {
  client.destroy();
  await redis.stop();
});

let program: string;
beforeAll(async () => {
  program = await nodeProgram('src/cli.ts');
});
afterAll(() => removeProgram(program));

const LEASE = '{limio-offers:abandoned}:lease';
const at = (day: number) => ({ createdAfter: `2026-11-0${day}T00:00:00.000Z` });

test('one reader has the checkpoint at a time, and the next goes on where it was left', async () => {
  const [first, second] = [redisCheckpoint(client), redisCheckpoint(client)];
  const release = await first.claim!();
  expect([await first.load(), await second.claim!()]).toEqual([undefined, undefined]);
  await first.save(at(1));
  await release!();
  const releaseSecond = await second.claim!();
  expect(await second.load()).toEqual(at(1));
  expect(await client.ttl('{limio-offers:abandoned}:checkpoint')).toBe(-1);
  await releaseSecond!();
});

test('a lease is prolonged while its reader lives, and free after it died', async () => {
  const dying = await redisClient(redis.url);
  await redisCheckpoint(dying, { lease: 1500 }).claim!();
  const other = redisCheckpoint(client, { lease: 1500 });
  const startedAt = Date.now();
  while (Date.now() - startedAt < 2500) expect(await other.claim!()).toBeUndefined();
  // As with a process that is killed: it prolongs nothing, and gives nothing back.
  dying.destroy();
  await expect.poll(async () => !!(await other.claim!())).toBe(true);
});

test('a reader that lost its lease keeps nothing over what the next one kept', async () => {
  const [first, second] = [redisCheckpoint(client), redisCheckpoint(client)];
  await first.claim!();
  await client.del(LEASE);
  await second.claim!();
  await second.save(at(2));
  await expect(first.save(at(1))).rejects.toMatchObject({ code: 'checkpoint_failed' });
  expect(await second.load()).toEqual(at(2));
});

test('without Redis nothing is read, as nobody knows where to begin', async () => {
  await redis.stop();
  const store = redisCheckpoint(client);
  await expect(store.claim!()).rejects.toMatchObject({ code: 'checkpoint_failed' });
  await expect(store.load()).rejects.toMatchObject({ code: 'checkpoint_failed' });
});

test('what stands there and is no checkpoint is not passed over', async () => {
  await client.set('{limio-offers:abandoned}:checkpoint', '{}');
  await expect(redisCheckpoint(client).load()).rejects.toMatchObject({ code: 'checkpoint_failed' });
});

/** A sandbox with five baskets that were left, and a receiver; `onEvent` may say that it answers by itself. */
async function leftBehind() {
  const limio: ServedSandbox = await serveSandbox();
  const received: string[] = [];
  const scene = { limio, received, to: '', ids: [] as string[], onEvent: () => false };
  const server = createServer((request, response) => {
    received.push(String(request.headers['webhook-id']));
    if (!scene.onEvent()) response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  scene.to = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  scene.ids = Array.from({ length: 5 }, () => `basket_abandoned_${addBasket(limio, 90)}`);
  for (const basket of limio.state.baskets.values()) {
    basket.createdAt += Date.now() - NOON;
    basket.expiresAt += Date.now() - NOON;
  }
  const env = {
    LIMIO_TENANT: limio.origin,
    LIMIO_CLIENT_ID: 'sandbox',
    LIMIO_CLIENT_SECRET: 'sandbox-secret',
    LIMIO_SHOP: limio.origin,
    LIMIO_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
    REDIS_URL: redis.url,
  };
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await limio.close();
  };
  return Object.assign(scene, { env, close });
}

test('the function does as the document shows, until it is told to stop', async () => {
  const scene = await leftBehind();
  const stop = new AbortController();
  scene.onEvent = () => {
    if (scene.received.length === 5) setTimeout(() => stop.abort(), 200);
    return false;
  };
  await watch({ ...scene.env, CRM: scene.to }, stop.signal);
  expect(scene.received).toEqual(scene.ids);
  expect(await client.get(LEASE)).toBeNull();
  expect(await client.get('{limio-offers:abandoned}:checkpoint')).toContain('createdAfter');
  await scene.close();
});

test('a command that was killed is replaced by another once its lease is over, and no basket is lost', async () => {
  const scene = await leftBehind();
  const words = ['abandoned', '--once', '--json', '--checkpoint', 'redis', '--since', '2026-01-01'];
  const start = () =>
    run(program, [...words, '--page-size', '2', '--rate', '6000', '--to', scene.to], scene.env);
  const first = start();
  scene.onEvent = () => scene.received.length === 3 && first.child.kill('SIGKILL');
  await first.ended;
  scene.onEvent = () => false;
  const standby = start();
  expect((await standby.ended).code).toBe(0);
  expect(JSON.parse(standby.lines[0]!)).toMatchObject({ isStandby: true });
  // A minute later.
  await client.del(LEASE);
  expect(await start().ended).toMatchObject({ code: 0 });
  expect(scene.received).toEqual([0, 1, 2, 2, 3, 4].map((n) => scene.ids[n]));
  await scene.close();
});
