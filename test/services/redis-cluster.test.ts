import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { redisClient as clientOf } from '../../src/server/node/connect-redis.ts';
import { redisState } from '../../src/server/state/redis-state.ts';
import { STATE_CASES } from '../server/state-cases.ts';
import { Fleet } from './fleet.ts';
import { redisCluster, type RedisCluster } from './redis-cluster.ts';
import { redisClient } from './redis-server.ts';

const fleet = new Fleet();
let cluster: RedisCluster;
beforeAll(async () => {
  [cluster] = await Promise.all([redisCluster('p@ss/word'), fleet.build()]);
});
afterAll(async () => {
  fleet.remove();
  await cluster.stop();
});

const emptyAll = async () => {
  for (const { url } of cluster.nodes.slice(0, 3)) {
    const client = await redisClient(url);
    await client.flushAll();
    client.destroy();
  }
};

describe('redisState on a cluster of three with a password', () => {
  let clients: Awaited<ReturnType<typeof clientOf>>[];
  beforeAll(async () => {
    const urls = cluster.url.split(' ');
    clients = await Promise.all([clientOf(urls), clientOf(urls.slice(1))]);
    for (const client of clients) await client.on('error', () => {}).connect();
  });
  afterEach(emptyAll);
  afterAll(() => clients.forEach((client) => client.destroy()));

  test.for(STATE_CASES)('%s', async ([, check]) => {
    const [one, two] = clients.map((client) => redisState(client));
    await check(one!, two!);
  });
});

describe('two backends on a cluster of three with a password', () => {
  afterEach(() => fleet.stop());

  test('make one basket of an attempt that is sent to both, with one token, on all nodes', async () => {
    await fleet.start(2, cluster.url, { REDIS_TIMEOUT: '10000', LIMIO_BUDGET: '20000' });
    const orders = Array.from({ length: 20 }, () => fleet.order());
    const answers = await Promise.all(
      orders.flatMap((order) => [fleet.post(0, order), fleet.post(1, order)]),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(40).fill(200));
    expect(new Set(answers.map(({ url }) => url)).size).toBe(20);
    expect([fleet.asked('initiateCheckout'), fleet.asked('token')]).toEqual([20, 1]);
    for (const { url } of cluster.nodes.slice(0, 3)) {
      const client = await redisClient(url);
      expect((await client.keys('limio-offers:*')).length).toBeGreaterThan(5);
      client.destroy();
    }
  });

  test('go on selling while a node fails, and use its replica as soon as it has taken over', async () => {
    await fleet.start(2, cluster.url);
    const kept = fleet.order();
    const { url } = await fleet.post(0, kept);
    await cluster.nodes[0]!.stop();
    const statuses = new Set<number>();
    const replica = await redisClient(cluster.nodes[3]!.url);
    const hasTakenOver = async () => String(await replica.sendCommand(['ROLE'])).startsWith('master');
    while (!(await hasTakenOver())) statuses.add((await fleet.post(statuses.size % 2, fleet.order())).status);
    for (let n = 0; n < 40; n++) statuses.add((await fleet.post(n % 2, fleet.order())).status);
    expect([...statuses]).toEqual([200]);
    // What was kept is kept on.
    await expect.poll(async () => (await fleet.post(1, kept)).url).toBe(url);
    await expect.poll(() => replica.dbSize()).toBeGreaterThan(0);
    replica.destroy();
  });
});
