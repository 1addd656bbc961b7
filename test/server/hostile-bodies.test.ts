import { describe, expect, test } from 'vitest';
import { atWork } from '../setup/in-time.ts';
import { checkout, ORIGIN, outcome, setup } from './setup.ts';

const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const valid = () => JSON.stringify(checkout());

describe('a hostile body', () => {
  // prettier-ignore
  const bodies: Array<[behaviour: string, body: string, expected: string]> = [
    ['that is empty is refused',                           '',                                                     '400 bad_request'],
    ['that breaks off is refused',                         valid().slice(0, -1),                                   '400 bad_request'],
    ['that is null is refused',                            'null',                                                 '400 bad_request'],
    ['that is a list is refused',                          `[${valid()}]`,                                         '400 bad_request'],
    ['that is a number is refused',                        '1e999',                                                '400 bad_request'],
    ['that is nested deep is refused',                     deep(8000),                                             '400 bad_request'],
    ['that is nested deeper than 16 kB is refused unread', deep(200_000),                                          '413 too_large'],
    ['that names a field twice is refused',                valid().replace('{', '{"promoCode":"A","promoCode":"B",'), '400 bad_request'],
    ['that names a field twice in disguise is refused',    valid().replace('{', '{"promoCode":"A","promo\\u0043ode":"B",'), '400 bad_request'],
    ['that sets a prototype is refused',                   valid().replace('{', '{"__proto__":{"isAdmin":true},'), '400 bad_request'],
    ['that sets a nested prototype is refused',            valid().replace('{', '{"carry":{"__proto__":"x"},'),    '400 bad_request'],
    ['that sets a constructor is refused',                 valid().replace('{', '{"constructor":{"prototype":{}},'), '400 bad_request'],
    ['with half a character is refused',                   JSON.stringify(checkout({ customer: { firstName: '\ud800' } })), '400 bad_request'],
    ['with a line break in an address is refused',         JSON.stringify(checkout({ customer: { email: 'a@b.test\nbcc: c@d.test' } })), '400 bad_request'],
    ['with 10,000 characters of address is refused',       JSON.stringify(checkout({ customer: { email: `${'a'.repeat(10_000)}@b.test` } })), '400 bad_request'],
    ['with a quantity of none is refused',                 JSON.stringify(checkout({ items: [{ path: '/offers2/Pro', quantity: 0 }] })), '400 bad_request'],
    ['with a negative quantity is refused',                JSON.stringify(checkout({ items: [{ path: '/offers2/Pro', quantity: -1 }] })), '400 bad_request'],
    ['with half a piece is refused',                       JSON.stringify(checkout({ items: [{ path: '/offers2/Pro', quantity: 1.5 }] })), '400 bad_request'],
    ['with a quantity in quotes is refused',               JSON.stringify(checkout({ items: [{ path: '/offers2/Pro', quantity: '1' }] })), '400 bad_request'],
    ['with nothing to buy is refused',                     JSON.stringify(checkout({ items: [] })),                '400 bad_request'],
    ['with a short attempt id is refused',                 JSON.stringify(checkout({ attemptId: '1' })),           '400 bad_request'],
    ['with a promo code that carries more is refused',     JSON.stringify(checkout({ promoCode: 'A&B' })),         '400 bad_request'],
  ];
  test.for(bodies)('%s', async ([, body, expected]) => {
    const { post, limio } = setup();
    const { result, ms } = await atWork(() => post(body));
    expect(await outcome(result)).toBe(expected);
    expect(ms).toBeLessThan(1000);
    expect(limio.calls).toEqual([]);
    expect({}).not.toHaveProperty('isAdmin');
  });

  // prettier-ignore
  const claims = ['price', 'total', 'discount', 'accountId', 'contactId', 'userId', 'journey', 'expiresAfter', 'source', 'order_type', 'tracking', 'id', 'shop', 'origin'];
  test.for(claims)('cannot decide about %s', async (name) => {
    const { post, limio } = setup();
    const response = await post(checkout({ [name]: 'canary' }));
    expect(await response.json()).toMatchObject({ code: 'bad_request', fields: [name] });
    expect(limio.calls).toEqual([]);
  });

  test.for(['accountId', 'AccountID', 'offers', 'purchaseCountryCode', 'userId', 'anything'])(
    'cannot pass %s off as a campaign parameter',
    async (name) => {
      const { post, limio } = setup({ carry: '*' });
      await post(checkout({ carry: { [name]: 'canary', utm_source: 'kept' } }));
      const { tracking } = limio.initiated().order as { tracking: Record<string, unknown> };
      const isPlain = name === 'anything';
      expect(Object.values(tracking).includes('canary')).toBe(isPlain);
      expect(tracking).toMatchObject({
        offers: ['/offers2/Pro'],
        purchaseCountryCode: 'DE',
        utm_source: 'kept',
      });
    },
  );

  test('is told which fields are wrong, by their names alone', async () => {
    const { post } = setup();
    const response = await post(
      checkout({ customer: { email: 'canary', phone: 'canary' }, items: [{ path: 'canary' }] }),
    );
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ fields: ['items.0.path', 'customer.email', 'customer.phone'] });
    expect(text).not.toContain('canary');
  });

  test('cannot have markup repeated by inventing the name of a field', async () => {
    const { post } = setup();
    expect(await (await post(checkout({ '<script>alert(1)</script>': 1 }))).text()).not.toMatch(/[<>()]/);
  });

  test('that is not UTF-8 is refused', async () => {
    const { ask } = setup();
    const text = JSON.stringify(checkout({ customer: { firstName: 'Ad\u00e1' } }));
    const headers = { origin: ORIGIN, 'content-type': 'application/json' };
    const sent = (encoding: BufferEncoding) =>
      ask('/checkouts', { method: 'POST', headers, body: new Uint8Array(Buffer.from(text, encoding)) });
    expect(await outcome(await sent('utf8'))).toBe('200 ok');
    expect(await outcome(await sent('latin1'))).toBe('400 bad_request');
  });

  test('may come without end: no more than 16 kB is taken, whatever length was claimed', async () => {
    const { ask, limio } = setup();
    let sent = 0;
    let isCancelled = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1024;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
      cancel() {
        isCancelled = true;
      },
    });
    const headers = { origin: ORIGIN, 'content-type': 'application/json', 'content-length': '2' };
    const response = await ask('/checkouts', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await outcome(response)).toBe('413 too_large');
    expect(sent).toBeLessThanOrEqual(20 * 1024);
    expect(isCancelled).toBe(true);
    expect(limio.calls).toEqual([]);
  });

  test('is taken up to 16 kB exactly', async () => {
    const body = (bytes: number) => valid().padEnd(bytes, ' ');
    const { post } = setup();
    expect(await outcome(await post(body(16 * 1024)))).toBe('200 ok');
    expect(await outcome(await post(body(16 * 1024 + 1)))).toBe('413 too_large');
  });

  test('that never comes is not waited for beyond the time a request has', async () => {
    const { ask } = setup({ budget: 150 });
    const body = new ReadableStream({ pull: () => new Promise(() => {}) });
    const headers = { origin: ORIGIN, 'content-type': 'application/json' };
    const response = await ask('/checkouts', {
      method: 'POST',
      headers,
      body,
      duplex: 'half',
    } as RequestInit);
    expect(await outcome(response)).toBe('408 timeout');
  });

  test('does no harm 10,000 times over: the backend lives, its memory is bounded, and Limio hears nothing', async () => {
    const { post, limio, log } = setup({
      limits: { address: { points: 1e6, seconds: 60 }, all: { points: 1e6, seconds: 60 } },
    });
    const seeds = [
      ...bodies.map(([, body]) => body),
      valid().repeat(2),
      '{"a":'.repeat(2000),
      '"'.repeat(9000),
      '\u0000',
    ];
    const before = process.memoryUsage().heapUsed;
    let refused = 0;
    for (let round = 0; round < 10_000; round++) {
      const seed = seeds[round % seeds.length]!;
      // Each one different, so that nothing can be kept for the next.
      const body = seed.slice(0, 15_000) + String(round);
      const { status } = await post(body, {}, `2001:db8:${(round % 65_536).toString(16)}::1`);
      if (status >= 400 && status < 500) refused++;
      log.length = 0;
    }
    expect(refused).toBe(10_000);
    expect(limio.calls).toEqual([]);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(150 * 2 ** 20);
    expect(await outcome(await post(checkout()))).toBe('200 ok');
  });
});
