import { once } from 'node:events';
import { connect, createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { inTime } from '../setup/in-time.ts';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import type { CheckoutAnswer } from '../../src/contract/checkout.ts';
import { nodeProgram, removeProgram } from '../setup/node-program.ts';
import { ORIGIN, startBackend, type Backend } from './start-backend.ts';
import { redisClient, redisServer, type RedisServer } from './redis-server.ts';

let program: string;
let redis: RedisServer;
beforeAll(async () => {
  program = await nodeProgram('src/cli.ts');
});

/** Two processes of the backend that share a Redis, and the Limio behind them. */
let limio: ServedSandbox;
let backends: Backend[] = [];

const start = (more: Record<string, string> = {}) =>
  startBackend(program, limio, { REDIS_URL: redis.url, ...more });

async function startAll(more?: Record<string, string>): Promise<() => Promise<void>> {
  redis = await redisServer();
  await redis.start();
  limio = await serveSandbox();
  backends = await Promise.all([start(more), start(more)]);
  return async () => {
    backends.forEach(({ child }) => child.kill('SIGTERM'));
    const codes = await Promise.all(backends.map(({ ended }) => ended));
    await Promise.all([redis.stop(), limio.close()]);
    expect(codes.filter(({ code }) => code !== 0)).toEqual([]);
  };
}
afterAll(() => removeProgram(program));

let made = 0;
const order = (more: Record<string, unknown> = {}) => ({
  attemptId: `attempt-of-two-backends-${String(++made).padStart(4, '0')}`,
  items: [{ path: '/offers2/Desk Starter Monthly' }],
  ...more,
});

/** Asks one of the two, in turn. */
let turn = 0;
const post = (body: unknown, address = '192.0.2.1') =>
  fetch(`${backends[turn++ % 2]!.url}/checkouts`, {
    method: 'POST',
    headers: { origin: ORIGIN, 'content-type': 'application/json', 'x-forwarded-for': address },
    body: JSON.stringify(body),
  });

const asked = (operation: string) => limio.log.filter((call) => call.operation === operation).length;

describe('two backends with one Redis', () => {
  // On a machine that is busy with others, Redis seems to hang, and each of the two would go on alone.
  beforeEach(() => startAll({ REDIS_TIMEOUT: '10000', LIMIO_BUDGET: '20000' }));

  test('make one basket of an attempt that is sent to both, many times at once', async () => {
    const request = order({ promoCode: 'SAVE20', customer: { email: 'ada@example.com' } });
    const responses = await Promise.all(Array.from({ length: 20 }, () => post(request)));
    const answers = (await Promise.all(responses.map((response) => response.json()))) as CheckoutAnswer[];
    expect(responses.map(({ status }) => status)).toEqual(Array<number>(20).fill(200));
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1);
    expect([asked('initiateCheckout'), asked('applyPromoCode'), limio.state.baskets.size]).toEqual([1, 1, 1]);

    const other = await post({ ...request, promoCode: 'WELCOME10' });
    expect([other.status, await other.json()]).toEqual([409, expect.objectContaining({ code: 'conflict' })]);
  });

  test('fetch one token, however many checkouts both open at once', async () => {
    const statuses = await Promise.all(
      Array.from({ length: 40 }, async (_, n) => (await post(order(), `192.0.2.${n}`)).status),
    );
    expect(statuses).toEqual(Array<number>(40).fill(200));
    expect(asked('token')).toBe(1);
    expect(limio.state.baskets.size).toBe(40);
  });

  test('count one limit', async () => {
    const statuses = [];
    for (let n = 0; n < 40; n++) statuses.push((await post(order())).status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(statuses.filter((status) => status === 429)).toHaveLength(10);
    expect((await post(order(), '192.0.2.2')).status).toBe(200);
  });

  test('leave no e-mail address, no attempt id and no secret in Redis', async () => {
    const request = order({ customer: { email: 'canary@example.com', firstName: 'canary' } });
    expect((await post(request)).status).toBe(200);
    const client = await redisClient(redis.url);
    const keys = await client.keys('*');
    const texts = await Promise.all(keys.map((key) => client.get(key)));
    client.destroy();
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.join()).not.toMatch(/canary|attempt-of-two|192\.0\.2/);
    // The answer itself is kept for a repeated request, and with it the id the browser made.
    expect(texts.join()).not.toMatch(/canary|sandbox-secret/);
  });
});

describe('two backends', () => {
  beforeEach(() => startAll());

  test('go on selling when Redis dies, and tell whoever reads the log', async () => {
    expect((await post(order())).status).toBe(200);
    await redis.stop();
    expect((await post(order())).status).toBe(200);
    expect((await post(order())).status).toBe(200);
    for (const { line } of backends)
      expect(JSON.parse(await line(/redis down/))).toMatchObject({ level: 40 });
    await redis.start();
    await Promise.all(
      backends.map(async ({ line }) => {
        const isUp = line(/redis up/);
        let isOver = false;
        void isUp.then(() => (isOver = true));
        while (!isOver) await post(order(), `198.51.100.${turn % 250}`);
      }),
    );
    for (const { lines } of backends) expect(lines.join('\n')).not.toMatch(/sandbox-secret|recover/);
  });

  test('wait for a Redis that is slow to connect, so that the first sale is shared already', async () => {
    const { port } = new URL(redis.url);
    const slow = createServer((socket) => {
      const through = connect(Number(port), '127.0.0.1');
      socket.on('error', () => through.destroy()).on('close', () => through.destroy());
      through.pipe(socket);
      setTimeout(() => socket.pipe(through), 300);
    }).listen(0, '127.0.0.1');
    await once(slow, 'listening');
    const address = `redis://127.0.0.1:${(slow.address() as AddressInfo).port}`;
    const third = await start({ REDIS_URL: address, REDIS_TIMEOUT: '10000' });
    backends.push(third);
    const headers = { origin: ORIGIN, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(order()) };
    expect((await fetch(`${third.url}/checkouts`, init)).status).toBe(200);
    const client = await redisClient(redis.url);
    expect((await client.keys('*attempt*')).length).toBe(1);
    client.destroy();
    slow.close();
  });

  test('start and sell without Redis, too', async () => {
    await redis.stop();
    const third = await start();
    backends.push(third);
    const headers = { origin: ORIGIN, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(order()) };
    expect((await fetch(`${third.url}/checkouts`, init)).status).toBe(200);
    expect(await third.line(/redis down/)).toContain('"event":"redis down"');
  });

  test('go on selling when Redis hangs', async () => {
    expect((await post(order())).status).toBe(200);
    redis.signal('SIGSTOP');
    for (let n = 0; n < 2; n++) expect((await inTime(3000, post(order()))).status).toBe(200);
    redis.signal('SIGCONT');
  });
});
