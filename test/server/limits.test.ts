import { describe, expect, test } from 'vitest';
import type { BackendState } from '../../src/server/state/state.ts';
import { clientKey } from '../../src/server/gate/client-key.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { turnstile } from '../../src/server/gate/challenges/turnstile.ts';
import { checkout, HERE, outcome, setup } from './setup.ts';

describe('clientKey', () => {
  // prettier-ignore
  const callers: Array<[behaviour: string, address: string | undefined, forwarded: string, proxies: number, caller: string]> = [
    ['is the other end of the connection',                     '192.0.2.1',          '',                             0, '192.0.2.1'],
    ['ignores what a caller says of itself',                   '192.0.2.1',          '198.51.100.7',                 0, '192.0.2.1'],
    ['is what our proxy saw',                                  '10.0.0.7',           '198.51.100.7',                 1, '198.51.100.7'],
    ['ignores what a caller told our proxy',                   '10.0.0.7',           '203.0.113.9, 198.51.100.7',    1, '198.51.100.7'],
    ['counts back over each declared proxy',                   '10.0.0.7',           'x, 198.51.100.7, 10.0.0.8',    2, '198.51.100.7'],
    ['is the connection when a proxy was bypassed',            '192.0.2.1',          '198.51.100.7',                 2, '192.0.2.1'],
    ['is unknown when what a proxy says is no address',        '10.0.0.7',           'unknown',                      1, 'unknown'],
    ['is unknown without an address',                          undefined,            '',                             0, 'unknown'],
    ['leaves out a port',                                      '10.0.0.7',           '198.51.100.7:4711',            1, '198.51.100.7'],
    ['leaves out a port of IPv6',                              '10.0.0.7',           '[2001:db8:1:2::3]:4711',       1, '2001:db8:1:2::/64'],
    ['is the network of an IPv6 address',                      '2001:db8:1:2:3:4:5:6', '',                           0, '2001:db8:1:2::/64'],
    ['is the same network for each of its addresses',          '2001:db8:1:2::ffff', '',                             0, '2001:db8:1:2::/64'],
    ['is the IPv4 address that is written as IPv6',            '::ffff:192.0.2.1',   '',                             0, '192.0.2.1'],
    ['is the IPv4 address that a translator wrote as IPv6',    '64:ff9b::192.0.2.1', '',                             0, '192.0.2.1'],
    ['is another one for another customer of the translator',  '10.0.0.7',           '[64:ff9b::c000:202]:443',      1, '192.0.2.2'],
    ['leaves out the zone of a link',                          'fe80::1:2%eth0',     '',                             0, 'fe80:0:0:0::/64'],
    ['is unknown where a proxy adds nothing',                  '10.0.0.7',           '198.51.100.7, ',               1, 'unknown'],
    ['is unknown for something very long',                     '1'.repeat(10_000),   '',                             0, 'unknown'],
  ];
  test.for(callers)('%s', ([, address, forwarded, proxies, caller]) => {
    const request = new Request(HERE, { headers: forwarded ? { 'x-forwarded-for': forwarded } : {} });
    expect(clientKey(request, address, proxies)).toBe(caller);
  });
});

const limits = {
  address: { points: 3, seconds: 60 },
  email: { points: 2, seconds: 60 },
  all: { points: 5, seconds: 60 },
};

describe('a limit', () => {
  test('of one address stops that address, says for how long, and stops nobody else', async () => {
    const { post, limio } = setup({ limits });
    const seen = [];
    for (let n = 0; n < 4; n++) seen.push(await post(checkout(), { 'x-forwarded-for': `198.51.100.${n}` }));
    expect(await Promise.all(seen.map(outcome))).toEqual(['200 ok', '200 ok', '200 ok', '429 rate_limited']);
    expect(Number(seen.at(-1)!.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(limio.count('initiateCheckout')).toBe(3);
    expect(await outcome(await post(checkout(), {}, '192.0.2.2'))).toBe('200 ok');
  });

  test('is checked before a body is read', async () => {
    const { post } = setup({ limits: { requests: { points: 1, seconds: 60 } } });
    expect(await outcome(await post('{'))).toBe('400 bad_request');
    expect(await outcome(await post('{'))).toBe('429 rate_limited');
  });

  test('counts an attempt that is repeated once', async () => {
    const { post } = setup({ limits: { ...limits, email: { points: 1, seconds: 60 } } });
    const request = checkout({ customer: { email: 'ada@example.com' } });
    for (let n = 0; n < 10; n++) expect(await outcome(await post(request))).toBe('200 ok');
    expect(await outcome(await post(checkout()))).toBe('200 ok');
  });

  // prettier-ignore
  const free: Array<[what: string, body: unknown, options: object]> = [
    ['bodies that are no JSON',               '{',                                               {}],
    ['bodies of another shape',               checkout({ price: 1 }),                            {}],
    ['context tokens that cannot be trusted', checkout({ context: 'x' }),                        {}],
    ['challenges that were not passed',       checkout({ challenge: 'x' }),                      { challenge: async () => false }],
  ];
  test.for(free)('of all is not used up by %s, from however many addresses', async ([, body, options]) => {
    let isOpen = false;
    const challenge = 'challenge' in options ? { challenge: async () => isOpen } : {};
    const { post } = setup({ ...challenge, limits: { all: { points: 1, seconds: 60 } } });
    for (let n = 0; n < 30; n++) {
      const request =
        typeof body === 'string' ? body : { ...(body as object), attemptId: checkout().attemptId };
      expect(await outcome(await post(request, {}, `192.0.2.${n}`))).not.toBe('429 rate_limited');
    }
    isOpen = true;
    expect(await outcome(await post(checkout({ challenge: 'x' })))).toBe('200 ok');
    expect(await outcome(await post(checkout({ challenge: 'x' })))).toBe('429 rate_limited');
  });

  test('holds for a whole IPv6 network', async () => {
    const { post } = setup({ limits });
    const seen = [];
    for (let n = 0; n < 4; n++) seen.push(await outcome(await post(checkout(), {}, `2001:db8::${n}`)));
    expect(seen.at(-1)).toBe('429 rate_limited');
  });

  test('of all stops a burst that is spread over many addresses', async () => {
    const { post, limio } = setup({ limits });
    const seen = [];
    for (let n = 0; n < 5000; n++)
      seen.push((await post(checkout(), {}, `198.51.${n >> 8}.${n & 255}`)).status);
    expect(seen.filter((status) => status === 200)).toHaveLength(5);
    expect(seen.filter((status) => status === 429)).toHaveLength(4995);
    expect(limio.count('initiateCheckout')).toBe(5);
  });

  test('of one e-mail address holds however it is written and wherever it comes from', async () => {
    const { post, limio } = setup({ limits });
    const seen = [];
    for (const [n, email] of ['ada@example.com', 'ADA@example.com', 'Ada@Example.com'].entries())
      seen.push(await outcome(await post(checkout({ customer: { email } }), {}, `192.0.2.${n}`)));
    expect(seen).toEqual(['200 ok', '200 ok', '429 rate_limited']);
    expect(limio.count('initiateCheckout')).toBe(2);
  });

  test('of an e-mail address does not count the same attempt twice', async () => {
    const { post } = setup({ limits });
    const request = checkout({ customer: { email: 'ada@example.com' } });
    for (let n = 0; n < 3; n++) expect(await outcome(await post(request))).toBe('200 ok');
  });

  test('that is left open is the usual one', async () => {
    const { post } = setup({ limits: { email: undefined, address: undefined } as never });
    const request = checkout({ customer: { email: 'ada@example.com' } });
    expect(await outcome(await post(request))).toBe('200 ok');
  });

  test('holds for lists of offers as well', async () => {
    const { get } = setup({ limits: { reads: { points: 1, seconds: 60 } } });
    expect([(await get('/offers')).status, (await get('/offers')).status]).toEqual([200, 429]);
  });

  test('never sees an e-mail address or an attempt id, only digests', async () => {
    const keys: string[] = [];
    const memory = memoryState();
    const state: BackendState = {
      get: (key) => (keys.push(key), memory.get(key)),
      set: (key, value, ttl) => (keys.push(key), memory.set(key, value, ttl)),
      add: (key, value, ttl) => (keys.push(key), memory.add(key, value, ttl)),
      take: (key, value) => (keys.push(key), memory.take(key, value)),
      count: (key, limit) => (keys.push(key), memory.count(key, limit)),
    };
    const { post } = setup({ state });
    const request = checkout({ customer: { email: 'ada@example.com' } });
    expect(await outcome(await post(request))).toBe('200 ok');
    expect(keys.length).toBeGreaterThan(5);
    expect(keys.join()).not.toMatch(/ada|example\.com|192\.0\.2/);
    expect(keys.join()).not.toContain(request.attemptId);
  });

  test('forgets the oldest of very many callers, so that its memory is bounded', async () => {
    const { count } = memoryState();
    const limit = { points: 1, seconds: 3600 };
    expect(await count('first', limit)).toBe(0);
    expect(await count('first', limit)).toBeGreaterThan(0);
    for (let n = 0; n < 10_000; n++) await count(`caller ${n}`, limit);
    expect(await count('first', limit)).toBe(0);
  });
});

describe('a challenge', () => {
  /** Cloudflare, as far as it is asked. */
  function siteverify(result: unknown) {
    const asked: Array<Record<string, string>> = [];
    const fetch: typeof globalThis.fetch = async (_, init) => {
      asked.push(JSON.parse(String(init?.body)) as Record<string, string>);
      if (result instanceof Error) throw result;
      return Response.json(result);
    };
    return { asked, fetch };
  }

  // prettier-ignore
  const verdicts: Array<[behaviour: string, result: unknown, expected: string]> = [
    ['that was solved lets a customer through',               { success: true, hostname: 'www.example.com' }, '200 ok'],
    ['that was not solved does not',                          { success: false },                             '403 challenge_failed'],
    ['that was solved elsewhere does not',                    { success: true, hostname: 'evil.test' },       '403 challenge_failed'],
    ['with an answer that is not quite true does not',        { success: 'true', hostname: 'www.example.com' }, '403 challenge_failed'],
    ['whose service is down does not',                        new TypeError('fetch failed'),                  '403 challenge_failed'],
  ];
  test.for(verdicts)('%s', async ([, result, expected]) => {
    const { asked, fetch } = siteverify(result);
    const challenge = turnstile({ secret: 'turnstile-secret', hostnames: ['www.example.com'], fetch });
    const { post, limio } = setup({ challenge });
    expect(await outcome(await post(checkout({ challenge: 'solved' })))).toBe(expected);
    expect(asked).toEqual([
      {
        secret: 'turnstile-secret',
        response: 'solved',
        idempotency_key: expect.stringMatching(
          /^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
        ) as string,
      },
    ]);
    expect(limio.count()).toBe(expected === '200 ok' ? 3 : 0);
  });

  test('that was not even tried is refused without asking anybody', async () => {
    const { asked, fetch } = siteverify({ success: true });
    const { post } = setup({ challenge: turnstile({ secret: 's', fetch }) });
    expect(await outcome(await post(checkout()))).toBe('403 challenge_failed');
    expect(asked).toEqual([]);
  });

  test('is verified once for an attempt that is sent again', async () => {
    const { asked, fetch } = siteverify({ success: true });
    const { post } = setup({ challenge: turnstile({ secret: 's', fetch }) });
    const request = checkout({ challenge: 'solved' });
    expect(
      await Promise.all([post(request), post(request)].map(async (each) => outcome(await each))),
    ).toEqual(['200 ok', '200 ok']);
    expect(asked).toHaveLength(1);
  });
});
