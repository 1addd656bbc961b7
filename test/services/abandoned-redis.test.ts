import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { redisCheckpoint } from '../../src/server.ts';
import { addBasket, NOON } from '../server/abandoned-setup.ts';
import { nodeProgram, removeProgram, run } from '../setup/node-program.ts';
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
  await expect.poll(async () => !!(await other.claim!()), { timeout: 10_000 }).toBe(true);
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

test('a command that was killed is replaced by another once its lease is over, and no basket is lost', async () => {
  const limio: ServedSandbox = await serveSandbox();
  const received: string[] = [];
  let kill: (() => void) | undefined;
  const server = createServer((request, response) => {
    received.push(String(request.headers['webhook-id']));
    if (received.length === 3 && kill) kill();
    else response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const ids = Array.from({ length: 5 }, () => addBasket(limio, 90));
  for (const basket of limio.state.baskets.values()) {
    basket.createdAt += Date.now() - NOON;
    basket.expiresAt += Date.now() - NOON;
  }
  const start = () =>
    run(
      program,
      [
        ...[
          'abandoned',
          '--once',
          '--json',
          '--checkpoint',
          'redis',
          '--since',
          '2026-01-01',
          '--page-size',
          '2',
        ],
        ...['--rate', '6000', '--to', `http://127.0.0.1:${(server.address() as AddressInfo).port}`],
      ],
      {
        LIMIO_TENANT: limio.origin,
        LIMIO_CLIENT_ID: 'sandbox',
        LIMIO_CLIENT_SECRET: 'sandbox-secret',
        LIMIO_SHOP: limio.origin,
        LIMIO_WEBHOOK_SECRET: `whsec_${Buffer.alloc(32, 7).toString('base64')}`,
        REDIS_URL: redis.url,
      },
    );
  const first = start();
  kill = () => first.child.kill('SIGKILL');
  await first.ended;
  kill = undefined;
  const standby = start();
  expect((await standby.ended).code).toBe(0);
  expect(JSON.parse(standby.lines[0]!)).toMatchObject({ isStandby: true });
  // A minute later.
  await client.del(LEASE);
  const next = start();
  expect(await next.ended).toMatchObject({ code: 0 });
  expect(received).toEqual([0, 1, 2, 2, 3, 4].map((n) => `basket_abandoned_${ids[n]!}`));
  server.closeAllConnections();
  server.close();
  await limio.close();
});
