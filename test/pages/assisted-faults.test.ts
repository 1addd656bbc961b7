import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { KNOWN, serveDemo, type Customer, type Demo } from './demo-chain.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await serveDemo();
});
afterAll(() => demo.close());

/** Most milliseconds from a click to a checkout, whatever happens on the way. */
const LIMIT = 4000;

type End = 'filled' | 'plain';

/** Where the customer has ended up. */
async function endOf({ checkout }: Customer): Promise<End> {
  const { email, lines } = await checkout();
  expect(lines).toEqual([expect.stringContaining('Team')]);
  return email === 'ada@example.com' ? 'filled' : 'plain';
}

describe('the customer reaches a checkout within 4 seconds, and there is one basket or none', () => {
  // prettier-ignore
  const faults: Array<[scenario: string, end: End, baskets: number, code: string | undefined]> = [
    ['happy',           'filled',  1, undefined],
    ['slow=500',        'filled',  1, undefined],
    ['slow=8000',       'plain',   0, 'upstream_timeout'],
    ['stall',           'plain',   1, 'upstream_timeout'],
    ['drop',            'plain',   1, 'upstream_unavailable'],
    ['expired-token',   'filled',  1, undefined],
    ['rate-limited',    'plain',   0, 'upstream_unavailable'],
    ['bad-gateway',     'plain',   0, 'upstream_unavailable'],
    ['html',            'plain',   0, 'upstream_invalid'],
    ['huge',            'plain',   0, 'upstream_invalid'],
    ['redirect',        'plain',   0, 'upstream_invalid'],
    ['changed-version', 'plain',   0, 'upstream_unavailable'],
    ['refused-promo',   'filled',  1, undefined],
    ['expired-link',    'plain',   1, 'upstream_invalid'],
    ['down',            'plain',   0, 'upstream_unavailable'],
    ['stall@token',     'filled',  1, undefined],
    ['down@applyPromoCode', 'filled', 1, undefined],
    ['stall@applyPromoCode', 'filled', 1, undefined],
  ];
  test.for(faults)('%s', async ([scenario, end, count, code]) => {
    const customer = await demo.visit();
    demo.chain.limio.use(scenario);
    const ms = await customer.buy();
    console.log(`${scenario}: ${ms} ms`);
    expect(ms).toBeLessThan(LIMIT);
    expect(await endOf(customer)).toBe(end);
    expect(customer.baskets()).toBe(count);
    expect(customer.failures).toEqual(code ? [code] : []);
  });

  // prettier-ignore
  const deaths: Array<[behaviour: string, strike: () => Promise<void>, code: string]> = [
    ['a backend that was killed',               () => demo.chain.killBackend(),     'network'],
    ['a backend that accepts and never answers', () => replaceBackend(() => {}),    'timeout'],
    ['a backend that cuts the line',            () => replaceBackend((line) => line.once('data', () => line.destroy())), 'network'],
    ['a backend that stalls in the body',       () => replaceBackend(stall),        'timeout'],
  ];
  test.for(deaths)('%s', async ([name, strike, code]) => {
    const customer = await demo.visit();
    await strike();
    const ms = await customer.buy();
    console.log(`${name}: ${ms} ms`);
    expect(ms).toBeLessThan(LIMIT);
    expect(await endOf(customer)).toBe('plain');
    expect(customer.baskets()).toBe(0);
    expect(customer.failures).toEqual([code]);
  });

  test('a backend that is killed while it works', async () => {
    const customer = await demo.visit();
    demo.chain.limio.use('slow=2000');
    const asked = customer.page.waitForRequest((request) => request.method() === 'POST');
    const arrived = customer.buy();
    await asked;
    await demo.chain.killBackend();
    expect(await arrived).toBeLessThan(LIMIT);
    expect(await endOf(customer)).toBe('plain');
    expect(customer.failures).toEqual(['network']);
  });
});

describe('a page that was open while the offers changed', () => {
  test('is told so by a backend that knows, and the next click opens a filled checkout', async () => {
    const customer = await demo.visit();
    demo.chain.limio.use('changed-version');
    await demo.chain.killBackend();
    await demo.chain.startBackend();
    await customer.page.locator(KNOWN).click();
    await customer.page.getByText('This offer has just changed.').waitFor();
    expect(customer.failures).toEqual(['offer_changed']);
    expect(customer.baskets()).toBe(0);
    expect(await customer.buy()).toBeLessThan(LIMIT);
    expect(await endOf(customer)).toBe('filled');
  });

  test('leads to the purchase link where the backend has nothing for sale any more', async () => {
    const customer = await demo.visit();
    demo.chain.limio.use('sold-out');
    await demo.chain.killBackend();
    await demo.chain.startBackend();
    expect(await customer.buy()).toBeLessThan(LIMIT);
    expect(await endOf(customer)).toBe('plain');
    expect(customer.failures).toEqual(['offer_unavailable']);
    expect(customer.baskets()).toBe(0);
  });
});

test('a page that is opened while the backend is gone sells by its own links', async () => {
  const customer = await demo.visit();
  await demo.chain.killBackend();
  // The list of offers may be kept for a minute.
  const browser = await customer.context.newCDPSession(customer.page);
  await browser.send('Network.clearBrowserCache');
  await customer.page.reload();
  const own = '#known a[part~=cta]';
  await customer.page.locator(own).waitFor();
  expect(await customer.buy(own)).toBeLessThan(LIMIT);
  expect(await endOf(customer)).toBe('plain');
});

/** Puts something in the place of the backend, at its very address. */
async function replaceBackend(behave: (line: Socket) => void): Promise<void> {
  await demo.chain.killBackend();
  const lines = new Set<Socket>();
  const server: Server = createServer((line) => {
    lines.add(line);
    line.on('error', () => {});
    behave(line);
  });
  server.listen(Number(new URL(demo.chain.backend).port), '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(async () => {
    for (const line of lines) line.destroy();
    server.close();
    await once(server, 'close');
  });
}

/** Lets the browser ask, and begins to answer. */
function stall(line: Socket): void {
  line.on('data', (data) => {
    const cors = `access-control-allow-origin: ${demo.origin}\r\naccess-control-allow-headers: content-type\r\n`;
    if (String(data).startsWith('OPTIONS')) line.write(`HTTP/1.1 204 No Content\r\n${cors}\r\n`);
    else if (String(data).startsWith('POST'))
      line.write(
        `HTTP/1.1 200 OK\r\n${cors}content-type: application/json\r\ncontent-length: 500\r\n\r\n{"url":"http`,
      );
  });
}
