import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import { limioBackend } from '../../src/server/backend.ts';
import type { CheckoutAnswer } from '../../src/contract/checkout.ts';
import { CREDENTIALS, SHOP } from './pretend-limio.ts';
import { checkout, HERE, ORIGIN, outcome } from './setup.ts';

/** What must be closed after a test. */
const open: Array<{ close: () => unknown }> = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((each) => each.close()));
});

async function served(scenario: string): Promise<ServedSandbox> {
  const limio = await serveSandbox({ scenario });
  open.push(limio);
  return limio;
}

/** A server that does what no double of `fetch` can. */
async function raw(listener: RequestListener): Promise<{ origin: string; server: Server }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({ close: () => (server.closeAllConnections(), server.close()) });
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** A backend over real sockets. */
function backendOn(tenant: string, options: Partial<BackendOptions> = {}) {
  const { fetch } = limioBackend({
    limio: { tenant, credentials: () => CREDENTIALS },
    shop: SHOP,
    origins: [ORIGIN],
    country: 'US',
    ...options,
  });
  const headers = { origin: ORIGIN, 'content-type': 'application/json' };
  return {
    post: (body: unknown) =>
      fetch(new Request(`${HERE}/checkouts`, { method: 'POST', headers, body: JSON.stringify(body) }), {
        address: '::1',
      }),
    get: (path: string) => fetch(new Request(HERE + path, { headers })),
  };
}

const order = (more = {}) => checkout({ items: [{ path: '/offers2/Desk Starter Monthly' }], ...more });

describe('a checkout', () => {
  test('opens in the shop with the details, the promo code and the quantity that were asked for', async () => {
    const limio = await served('happy');
    const { post } = backendOn(limio.origin);
    const response = await post(
      order({ customer: { email: 'ada@example.com', firstName: 'Ada' }, promoCode: 'SAVE20' }),
    );
    const { url, expiresAt } = (await response.json()) as CheckoutAnswer;
    const basket = await limio.openLink(url);
    expect(basket).toMatchObject({ customer: { email: 'ada@example.com', firstName: 'Ada' } });
    expect(JSON.stringify(basket)).toContain('SAVE20');
    expect(Math.abs(Date.parse(expiresAt) - [...limio.state.baskets.values()][0]!.expiresAt)).toBeLessThan(
      5000,
    );
  });

  test('that is tried again after its answer was lost is the same basket', async () => {
    const limio = await served('stall');
    const { post } = backendOn(limio.origin, { budget: 1500 });
    const request = order();
    expect(await outcome(await post(request))).toBe('504 upstream_timeout');
    limio.use('happy');
    expect(await outcome(await post(request))).toBe('200 ok');
    expect(limio.state.baskets.size).toBe(1);
  });

  test('lets go of the connection when its time is up', async () => {
    let closed: () => void;
    const isClosed = new Promise<void>((resolve) => (closed = resolve));
    const limio = await served('happy');
    const { origin } = await raw((request, response) => {
      if (request.url!.endsWith('/initiate')) response.on('close', closed);
      else void relay(request, response, limio.origin);
    });
    const { post } = backendOn(origin, { budget: 900 });
    expect(await outcome(await post(order()))).toBe('504 upstream_timeout');
    await isClosed;
  });

  test('is refused when nothing listens', async () => {
    const { origin, server } = await raw(() => {});
    await new Promise((resolve) => server.close(resolve));
    expect(await outcome(await backendOn(origin).post(order()))).toBe('503 upstream_unavailable');
  });

  test('is not sent on to another host, and neither is the customer', async () => {
    const heard: string[] = [];
    const elsewhere = await raw((request, response) => {
      heard.push(request.url!);
      response.end();
    });
    const limio = await served('happy');
    const { origin } = await raw((request, response) => {
      if (request.url!.endsWith('/initiate'))
        response.writeHead(307, { location: elsewhere.origin + request.url! }).end();
      else void relay(request, response, limio.origin);
    });
    expect(
      await outcome(await backendOn(origin).post(order({ customer: { email: 'ada@example.com' } }))),
    ).toBe('502 upstream_invalid');
    expect(heard).toEqual([]);
  });
});

describe('a Limio in trouble', () => {
  const asked = (limio: ServedSandbox, operation: string) =>
    limio.log.filter((call) => call.operation === operation).length;
  const many = {
    limits: { address: { points: 10_000, seconds: 60 }, requests: { points: 10_000, seconds: 60 } },
  };

  // prettier-ignore
  const slow: Array<[ms: number, more: object]> = [
    [1700, {}],
    [2000, {}],
    [2000, { promoCode: 'SAVE20' }],
    [1200, { promoCode: 'SAVE20' }],
  ];
  test.for(slow)('that takes %i ms still sells, and is asked once: %j', async ([ms, more]) => {
    const limio = await served('happy');
    const { post } = backendOn(limio.origin);
    await post(order());
    limio.use(`slow=${ms}@initiateCheckout`);
    const posts = Array.from({ length: 5 }, () => post(order(more)).then(outcome));
    const outcomes = await Promise.all(posts);
    expect(outcomes).toEqual(Array<string>(5).fill('200 ok'));
    expect(asked(limio, 'initiateCheckout')).toBe(6);
  });

  // prettier-ignore
  const brownOuts: Array<[share: string, fails: (n: number) => boolean, sold: number]> = [
    ['every second request',     (n) => n % 2 === 0, 0.95],
    ['three of ten requests',    (n) => n % 10 < 3,  0.7],
    ['half of them, by chance',  (n) => (n * 7919) % 101 < 50, 0.7],
  ];
  test.for(brownOuts)('that fails %s sells to most', async ([, fails, sold]) => {
    const limio = await served('happy');
    let n = 0;
    const { origin } = await raw((request, response) => {
      if (request.url!.endsWith('/initiate') && fails(n++)) response.writeHead(500).end();
      else void relay(request, response, limio.origin);
    });
    const { post } = backendOn(origin, many);
    const outcomes: string[] = [];
    for (let count = 0; count < 40; count++) outcomes.push(await outcome(await post(order())));
    expect(outcomes.filter((each) => each === '200 ok').length / 40).toBeGreaterThanOrEqual(sold);
  });
});

describe('the backend', () => {
  test('opens 100 checkouts at once, from nothing, with one token and one look at the catalogue', async () => {
    const limio = await served('happy');
    const { post } = backendOn(limio.origin, {
      budget: 15_000,
      limits: { address: { points: 1000, seconds: 60 } },
    });
    const outcomes = await Promise.all(Array.from({ length: 100 }, async () => outcome(await post(order()))));
    expect(outcomes).toEqual(Array<string>(100).fill('200 ok'));
    const asked = (operation: string) => limio.log.filter((call) => call.operation === operation).length;
    expect([asked('token'), asked('initiateCheckout')]).toEqual([1, 100]);
    expect(limio.state.baskets.size).toBe(100);
  });

  test('goes on showing offers while checkouts fail', async () => {
    const limio = await served('down@initiateCheckout');
    const { post, get } = backendOn(limio.origin, { limits: { address: { points: 1000, seconds: 60 } } });
    for (let n = 0; n < 16; n++) await post(order());
    expect((await get('/offers')).status).toBe(200);
    expect(await (await get('/health/ready')).json()).toMatchObject({ ready: true, down: ['checkouts'] });
    expect((await get('/health/live')).status).toBe(200);
  });

  test('never repeats what Limio said', async () => {
    const { origin } = await raw((_, response) => {
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end('{"message":"canary: secret of upstream"}');
    });
    const response = await backendOn(origin).post(order());
    expect(await response.clone().text()).not.toContain('canary');
    expect(await outcome(response)).toBe('503 upstream_unavailable');
  });
});

/** Passes a request on to the sandbox, and its answer back. */
async function relay(...[request, response, to]: [...Parameters<RequestListener>, string]): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { authorization = '', 'content-type': type = '' } = request.headers;
  const reply = await fetch(to + request.url!, {
    method: request.method!,
    headers: { authorization, 'content-type': type },
    ...(chunks.length && { body: Buffer.concat(chunks) }),
  });
  response.writeHead(reply.status, { 'content-type': 'application/json' }).end(await reply.text());
}
