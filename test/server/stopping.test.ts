import { once } from 'node:events';
import { Agent, request, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { inTime } from '../setup/in-time.ts';
import { env, order, post, Program } from './program.ts';
import { ORIGIN } from './setup.ts';

const program = new Program();

test('finishes what it has begun when it is told to stop, takes nothing new, and ends well', async () => {
  const { url, child, ended, line } = await program.serve({ LIMIO_BUDGET: '20000', LIMIO_STOP_DELAY: '0' });
  expect((await post(url, order())).status).toBe(200);
  program.limio.use('slow=300');
  const areAllAtLimio = new Promise<void>((resolve) => {
    let count = 0;
    program.limio.server.on(
      'request',
      ({ url }) => url?.endsWith('/initiate') && ++count === 20 && resolve(),
    );
  });
  const answers = Array.from({ length: 20 }, async () => (await post(url, order())).status);
  await areAllAtLimio;
  child.kill('SIGTERM');
  await line(/"stopping"/);
  await expect(post(url, order())).rejects.toThrow();
  expect(await Promise.all(answers)).toEqual(Array<number>(20).fill(200));
  expect((await inTime(3000, ended)).code).toBe(0);
  program.limio.use('happy');
});

test('is not ready first when it is told to stop, closes connections, and closes its port after a pause', async () => {
  const { url, child, ended, line } = await program.serve({ LIMIO_STOP_DELAY: '700' });
  await expect.poll(async () => (await fetch(`${url}/health/ready`)).status).toBe(200);
  child.kill('SIGTERM');
  await line(/"stopping"/);
  const ready = await fetch(`${url}/health/ready`);
  expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
  expect((await post(url, order())).status).toBe(200);
  expect((await ended).code).toBe(0);
  await expect(fetch(`${url}/health/live`)).rejects.toThrow();
});

test('loses no request of those who come on and on until they are told to go elsewhere', async () => {
  const { url, child, ended, line } = await program.serve({
    LIMIO_STOP_DELAY: '1500',
    LIMIO_BUDGET: '20000',
    LIMIO_LIMIT_ADDRESS: '100000/60',
    LIMIO_LIMIT_REQUESTS: '100000/60',
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  /** One request after another, until an answer says that the connection is over. */
  const customer = async (): Promise<number[]> => {
    const statuses: number[] = [];
    for (let isOver = false; !isOver;) {
      const sent = request(`${url}/checkouts`, {
        method: 'POST',
        agent,
        headers: { origin: ORIGIN, 'content-type': 'application/json' },
      });
      sent.end(JSON.stringify(order()));
      const [answer] = (await once(sent, 'response')) as [IncomingMessage];
      await once(answer.resume(), 'end');
      statuses.push(answer.statusCode!);
      isOver = answer.headers.connection === 'close';
    }
    return statuses;
  };
  program.limio.use('slow=20@initiateCheckout');
  const customers = Array.from({ length: 20 }, customer);
  await expect.poll(() => program.limio.state.baskets.size).toBeGreaterThan(60);
  child.kill('SIGTERM');
  await line(/"stopping"/);
  const statuses = (await Promise.all(customers)).flat();
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect((await ended).code).toBe(0);
  agent.destroy();
  program.limio.use('happy');
});

test('ends at once where it cannot listen, though Redis was connected', async () => {
  const redis = createServer((socket) => {
    socket.on('error', () => {}).on('data', () => socket.write('-ERR no\r\n'));
  }).listen(0, '127.0.0.1');
  await once(redis, 'listening');
  const { port } = redis.address() as AddressInfo;
  const { ended } = program.start(['serve'], {
    ...env,
    LIMIO_TENANT: program.limio.origin,
    REDIS_URL: `redis://127.0.0.1:${port}`,
    PORT: new URL(program.limio.origin).port,
  });
  const { code, errors } = await inTime(8000, ended);
  expect(errors).toContain('EADDRINUSE');
  expect(code).toBe(2);
  redis.close();
});

test('ends when it is told to while it still waits for Redis', async () => {
  const deaf = createServer(() => {}).listen(0, '127.0.0.1');
  await once(deaf, 'listening');
  const reached = once(deaf, 'connection');
  const { child, ended } = program.start(['serve'], {
    ...env,
    PORT: '0',
    REDIS_URL: `redis://127.0.0.1:${(deaf.address() as AddressInfo).port}`,
    REDIS_TIMEOUT: '20000',
  });
  await reached;
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  deaf.close();
});
