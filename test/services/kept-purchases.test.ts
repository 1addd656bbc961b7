import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../demo/free-port.ts';
import { serveCrm, type Crm } from '../../demo/desk/crm.ts';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { nodeProgram, removeProgram } from '../setup/node-program.ts';
import { redisServer, type RedisServer } from './redis-server.ts';
import { startBackend, type Backend } from './start-backend.ts';

const PASSWORD = 'canary-password-0123456789';
const SECRET = `whsec_${btoa('canary, a secret of 32 bytes....')}`;

let program: string;
let limio: ServedSandbox;
let redis: RedisServer;
let crm: Crm | undefined;
const backends: Backend[] = [];
beforeAll(async () => {
  program = await nodeProgram('src/cli.ts');
  [limio, redis] = await Promise.all([serveSandbox(), redisServer()]);
  await redis.start();
});
afterEach(async () => {
  backends.splice(0).forEach(({ child }) => child.kill('SIGKILL'));
  await crm?.close();
});
afterAll(async () => {
  removeProgram(program);
  await Promise.all([limio.close(), redis.stop()]);
});

test('a purchase that the CRM did not take outlives the backend that heard of it, and is told by the next one', async () => {
  const port = await freePort();
  const start = async () => {
    const backend = await startBackend(program, limio, {
      REDIS_URL: redis.url,
      LIMIO_EVENTS_USER: 'limio',
      LIMIO_EVENTS_PASSWORD: PASSWORD,
      LIMIO_EVENTS_TO: `http://127.0.0.1:${port}/limio`,
      LIMIO_WEBHOOK_SECRET: SECRET,
    });
    backends.push(backend);
    return backend;
  };
  const send = ({ url }: Backend, basket: string) =>
    fetch(`${url}/webhooks/limio?event=order-submitted`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Basic ${btoa(`limio:${PASSWORD}`)}` },
      body: JSON.stringify({ order: { checkoutId: basket } }),
    });
  const baskets = [crypto.randomUUID(), crypto.randomUUID()].map((id) => `basket-${id}`);
  const first = await start();
  for (const basket of baskets) expect((await send(first, basket)).status).toBe(200);
  await first.line(/"crm":"failed"/);
  first.child.kill('SIGKILL');
  await first.ended;

  crm = await serveCrm({ port, secret: SECRET });
  const next = await start();
  const line = await next.line(/"purchases kept"/);
  expect(JSON.parse(line)).toMatchObject({ told: 2, hasMore: false });
  expect(
    crm
      .records()
      .map(({ data }) => data.id)
      .reverse(),
  ).toEqual(baskets);
  expect(line).not.toMatch(/basket-|canary/);
});
