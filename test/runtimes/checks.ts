import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inTime } from '../setup/in-time.ts';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { folderWithPackage } from '../setup/packed.ts';
import type { Serve, Served } from './serve.ts';

const ORIGIN = 'https://www.example.com';
const SECRET = 'a shared secret of the site and of the backend';
const PLAN = '/offers2/Desk Starter Monthly';

/** What a backend on a runtime is set up with. */
export const environment = (limio: ServedSandbox) => ({
  LIMIO_TENANT: limio.origin,
  LIMIO_CLIENT_ID: 'sandbox',
  LIMIO_CLIENT_SECRET: 'sandbox-secret',
  LIMIO_SHOP: 'https://shop.test',
  LIMIO_ORIGINS: ORIGIN,
  LIMIO_COUNTRY: 'US',
  LIMIO_CONTEXT_ISSUER: ORIGIN,
  LIMIO_CONTEXT_SECRET: SECRET,
});

let attempts = 0;

/** Asks a backend as a page does. */
const ask = (
  { url }: Served,
  path: string,
  { origin = ORIGIN, body, headers = {} }: { origin?: string; body?: object; headers?: HeadersInit } = {},
) =>
  fetch(url + path, {
    headers: { origin, ...(body && { 'content-type': 'application/json' }), ...headers },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });

const order = (more: object = {}) => ({
  body: {
    attemptId: `attempt-on-a-runtime-${String(++attempts).padStart(6, '0')}`,
    items: [{ path: PLAN }],
    ...more,
  },
});

/** Status and code of an answer. */
async function outcome(response: Response): Promise<string> {
  const { code = 'ok' } = (await response.json()) as { code?: string };
  return `${response.status} ${code}`;
}

const urlOf = async (response: Response) => ((await response.json()) as { url: string }).url;

/** What the package has to do on a runtime, the same on each. */
export function checkRuntime(name: string, serve: Serve): void {
  describe(name, () => {
    const folder = folderWithPackage();
    /** Starts a backend in a folder of its own below the one with the package. */
    const serveFor = (limio: ServedSandbox) =>
      serve(mkdtempSync(join(folder.path, 'run-')), environment(limio));
    let limio: ServedSandbox;
    let served: Served;
    beforeAll(async () => {
      limio = await serveSandbox();
      served = await serveFor(limio);
    });
    afterAll(async () => {
      await served.stop();
      await limio.close();
      folder.remove();
    });
    afterEach(() => limio.use('happy'));

    test('is alive, and ready once there is a token', async () => {
      expect((await ask(served, '/health/live')).status).toBe(200);
      await expect.poll(async () => (await ask(served, '/health/ready')).status).toBe(200);
    });

    test('describes itself', async () => {
      const description = (await (await ask(served, '/openapi.json')).json()) as { paths: object };
      expect(Object.keys(description.paths)).toContain('/checkouts');
    });

    test('lists the offers for any page, and says when they are the same', async () => {
      const first = await ask(served, '/offers');
      const { offers } = (await first.json()) as { offers: { path: string }[] };
      expect(first.headers.get('access-control-allow-origin')).toBe('*');
      expect(offers.map(({ path }) => path)).toContain(PLAN);
      const etag = first.headers.get('etag') ?? '';
      const again = await ask(served, '/offers', { headers: { 'if-none-match': etag } });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });

    // prettier-ignore
    const refusals: [what: string, path: string, request: Parameters<typeof ask>[2], expected: string][] = [
    ['a page that is not on the list', '/checkouts', { ...order(), origin: 'https://elsewhere.test' }, '403 origin_denied'],
    ['a body that is no order',        '/checkouts', { body: { items: [] } },                          '400 bad_request'],
    ['an offer that is not there',     '/checkouts', order({ items: [{ path: '/offers2/None' }] }),    '404 offer_unavailable'],
    ['a forged context',               '/checkouts', order({ context: 'a.b.c' }),                      '403 context_invalid'],
    ['an unknown address',             '/nowhere',   {},                                               '404 not_found'],
  ];
    test.for(refusals)('refuses %s', async ([, path, request, expected]) => {
      expect(await outcome(await ask(served, path, request))).toBe(expected);
    });

    test('opens a checkout that has what was asked for', async () => {
      const customer = { email: 'ada@example.com', firstName: 'Ada' };
      const answer = await ask(served, '/checkouts', order({ customer, promoCode: 'SAVE20' }));
      const basket = await limio.openLink(await urlOf(answer));
      expect(basket).toMatchObject({ customer });
      expect(JSON.stringify(basket)).toContain('SAVE20');
    });

    test('opens one basket for an attempt that is sent twice at once', async () => {
      const request = order();
      const before = limio.state.baskets.size;
      const answers = await Promise.all([1, 2].map(() => ask(served, '/checkouts', request)));
      expect(new Set(await Promise.all(answers.map(urlOf))).size).toBe(1);
      expect(limio.state.baskets.size).toBe(before + 1);
    });

    test('acts for the account that a context token names', async () => {
      const context = await new SignJWT({ limio: { accountId: '001A' } })
        .setProtectedHeader({ alg: 'HS256' })
        .setIssuer(ORIGIN)
        .setAudience('limio-offers')
        .setExpirationTime('5m')
        .sign(new TextEncoder().encode(SECRET));
      const answer = await ask(served, '/checkouts', order({ context }));
      expect(await urlOf(answer)).toContain('/api/checkout/assisted?');
    });

    // prettier-ignore
    const faults: [fault: string, expected: string][] = [
    ['slow=300',             '200 ok'],
    ['expired-token',        '200 ok'],
    ['stall',                '504 upstream_timeout'],
    ['stall@applyPromoCode', '200 ok'],
    ['drop',                 '503 upstream_unavailable'],
    ['rate-limited',         '503 upstream_unavailable'],
    ['bad-gateway',          '503 upstream_unavailable'],
    ['html',                 '502 upstream_invalid'],
    ['huge',                 '502 upstream_invalid'],
    ['redirect',             '502 upstream_invalid'],
    ['down',                 '503 upstream_unavailable'],
  ];
    test.for(faults)(
      'with %s at Limio it answers %s in time, and sells again after it',
      async ([fault, expected]) => {
        limio.use(fault);
        // The budget is 2.5 s, and browsers wait 3.
        const answer = await inTime(3000, ask(served, '/checkouts', order({ promoCode: 'SAVE20' })));
        expect(await outcome(answer)).toBe(expected);
        limio.use('happy');
        expect(await outcome(await ask(served, '/checkouts', order()))).toBe('200 ok');
      },
    );

    // What is shared by many requests must neither die with the one that began it nor be waited for in vain.
    test.concurrent.for(['listOffers', 'token'])(
      'recovers from a first %s that never ends',
      async (operation, { expect }) => {
        const other = await serveSandbox({ scenario: `stall@${operation}` });
        const fresh = await serveFor(other);
        try {
          expect(await outcome(await ask(fresh, '/checkouts', order()))).toBe('504 upstream_timeout');
          other.use('happy');
          const again = async () => outcome(await ask(fresh, '/checkouts', order()));
          await expect.poll(again, { timeout: 20_000, interval: 1000 }).toBe('200 ok');
          expect((await ask(fresh, '/offers')).status).toBe(200);
        } finally {
          await fresh.stop();
          await other.close();
        }
      },
    );
  });
}
