import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Fleet } from './fleet.ts';
import { redisClient, redisServer, type RedisServer } from './redis-server.ts';

const fleet = new Fleet();
let redis: RedisServer;
beforeAll(() => fleet.build());
afterAll(() => fleet.remove());
afterEach(async () => {
  await Promise.all([fleet.stop(), redis.stop()]);
});

async function start(count: number, more?: Record<string, string>): Promise<void> {
  redis = await redisServer();
  await redis.start();
  await fleet.start(count, redis.url, more);
}

const command = async (...words: string[]) => {
  const client = await redisClient(redis.url);
  await client.sendCommand(words);
  client.destroy();
};

/** Sends each of so many attempts to every backend, some at a time, as impatient customers do. */
async function sendAll(attempts: number, during: (sent: number) => Promise<void> | void) {
  const orders = Array.from({ length: attempts }, () => fleet.order());
  const answers = new Map<string, { status: number; url?: string }[]>();
  let next = 0;
  const sender = async () => {
    for (let n = next++; n < attempts; n = next++) {
      await during(n);
      const order = orders[n]!;
      const sent = fleet.backends.map((_, to) => fleet.post(to, order));
      answers.set(order.attemptId, await Promise.all(sent));
    }
  };
  await Promise.all(Array.from({ length: 6 }, sender));
  return answers;
}

/** Runs once, when the first of so many attempts have been sent. */
const once = (after: number, work: () => Promise<void> | void) => {
  let isDone = false;
  return (sent: number) => {
    if (sent < after || isDone) return undefined;
    isDone = true;
    return work();
  };
};

/** Every attempt had an answer, and Limio holds one basket for each and no other. */
function expectOneBasketEach(answers: Map<string, { status: number; url?: string }[]>, attempts: number) {
  const links = [...answers.values()].map((all) => new Set(all.flatMap(({ url }) => url ?? [])));
  expect(links).toHaveLength(attempts);
  expect(links.filter((all) => all.size === 0)).toEqual([]);
  expect(fleet.limio.state.baskets.size).toBe(attempts);
}

describe('three backends', () => {
  test('lose no attempt and double none when one of them is killed in the middle', async () => {
    await start(3, { REDIS_TIMEOUT: '10000', LIMIO_BUDGET: '20000' });
    fleet.limio.use('slow=30@initiateCheckout');
    const killed = fleet.backends[2]!;
    const answers = await sendAll(
      60,
      once(20, () => void killed.child.kill('SIGKILL')),
    );
    // What the one that was killed had begun is begun anew by another one, under the same id at Limio.
    expectOneBasketEach(answers, 60);
    for (const [first, second] of answers.values()) expect(first!.url).toBe(second!.url);
    expect(fleet.asked('token')).toBe(1);
  });

  test('share an attempt that one begins which takes the place of one that was killed', async () => {
    await start(2, { REDIS_TIMEOUT: '10000' });
    const order = fleet.order();
    const { url } = await fleet.post(0, order);
    fleet.backends[0]!.child.kill('SIGKILL');
    fleet.backends[0] = await fleet.add(redis.url, { REDIS_TIMEOUT: '10000' });
    expect(await fleet.post(0, order)).toEqual({ status: 200, url });
    expect([fleet.asked('initiateCheckout'), fleet.asked('token')]).toEqual([1, 1]);
  });
});

// prettier-ignore
const faults: Array<[fault: string, befall: () => Promise<void> | void, heal: () => Promise<void> | void, cause: RegExp]> = [
  ['hangs',        () => redis.signal('SIGSTOP'),                     () => redis.signal('SIGCONT'),                  /Timeout/],
  ['is restarted', () => redis.stop(),                                () => redis.start(),                            /\w/],
  ['is read-only', () => command('REPLICAOF', '127.0.0.1', '1'),      () => command('REPLICAOF', 'NO', 'ONE'),        /READONLY/],
  ['is full',      () => command('CONFIG', 'SET', 'maxmemory', '1'),  () => command('CONFIG', 'SET', 'maxmemory', '0'), /OOM/],
];
describe('two backends whose Redis', () => {
  test.for(faults)(
    '%s sell on, one basket for each attempt, and use it again',
    async ([, befall, heal, cause]) => {
      // Time enough for a machine that is busy with others.
      await start(2, { REDIS_TIMEOUT: '3000', LIMIO_BUDGET: '20000' });
      const answers = await sendAll(40, once(15, befall));
      expectOneBasketEach(answers, 40);
      expect(new Set([...answers.values()].flat().map(({ status }) => status))).toEqual(new Set([200]));
      // A machine that is busy with others may have been too slow before.
      const told = () =>
        fleet.backends.flatMap(({ lines }) => lines).filter((line) => line.includes('"redis down"'));
      const causes = () => told().map((line) => (JSON.parse(line) as { cause: string }).cause);
      await expect.poll(async () => (await fleet.post(0, fleet.order()), causes().join())).toMatch(cause);

      await heal();
      const isUp = Promise.all(
        fleet.backends.map(
          ({ line, lines }) => lines.some((each) => each.includes('redis down')) && line(/"redis up"/),
        ),
      );
      let isOver = false;
      void isUp.then(() => (isOver = true));
      while (!isOver) await Promise.all([fleet.post(0, fleet.order()), fleet.post(1, fleet.order())]);
      const order = fleet.order();
      expect((await fleet.post(0, order)).url).toBe((await fleet.post(1, order)).url);
      // Each goes on with the token that it has.
      expect(fleet.asked('token')).toBeLessThanOrEqual(2);
    },
  );
});
