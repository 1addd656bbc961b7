import { afterEach, expect, test, vi } from 'vitest';
import { ADA, GRACE, idOf, open, SIGNER, subscribers, token } from './plan-setup.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { ownBackend, type Session } from './recipes/customer-token.ts';
import { limioContext } from './recipes/subscriber.ts';
import { CREDENTIALS, SHOP } from './pretend-limio.ts';
import { HERE, ORIGIN } from './setup.ts';

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all(open.splice(0).map((close) => close()));
});

test('a change is the customer’s alone: forged, foreign and basket ids are refused alike', async () => {
  const { start, send } = await subscribers();
  const { id } = (await start()).body;
  const other = { 'limio-context': GRACE };
  const sold = { 'limio-context': await token({ userId: 'ada', subscriptions: ['sub-pending'] }) };
  const answers = await Promise.all([
    send('GET', `/plan-changes/${id}`, undefined, other),
    send('PUT', `/plan-changes/${id}`, { offer: null }, other),
    send('GET', `/plan-changes/${id}`, undefined, sold),
    send('GET', `/plan-changes/${crypto.randomUUID()}`),
    send('GET', '/plan-changes/basket-1'),
  ]);
  for (const { status, body } of answers) {
    const { requestId: _, ...rest } = body as unknown as Record<string, string>;
    expect([status, rest]).toEqual([404, { code: 'basket_unknown' }]);
  }
});

test('two customers who choose the same id of an attempt have a basket each, also once it is forgotten', async () => {
  const all = memoryState();
  // What is known of an attempt lasts ten minutes, and another instance may know nothing of it.
  const add: typeof all.add = async (key, ...rest) =>
    key.startsWith('attempt:') ? undefined : all.add(key, ...rest);
  const { limio, start } = await subscribers('happy', { state: { ...all, add } });
  const same = { attemptId: 'attempt-that-two-of-them-choose' };
  const [ada, grace, again] = [
    await start(same),
    await start(same, { 'limio-context': GRACE }),
    await start(same),
  ];
  expect([ada.status, grace.status, again.status]).toEqual([200, 200, 200]);
  expect(limio.state.changes.size).toBe(2);
});

test('nobody ever sees the landing-state cookie, the token or the address of a customer', async () => {
  const { start, put, log, url } = await subscribers();
  const first = await start();
  const second = await put(first.body.id, { offer: idOf('Business Monthly') });
  const told = JSON.stringify([first.body, second.body, [...first.headers], [...second.headers], log]);
  for (const secret of ['limio_state', ADA, '127.0.0.1', '"ada"']) expect(told).not.toContain(secret);
  expect(url).toContain('127.0.0.1');
});

// prettier-ignore
const strangers: Array<[who: string, headers: () => Promise<Record<string, string>>, expected: string]> = [
  ['nobody',                           async () => ({ 'limio-context': '' }),                                            '404 not_found'],
  ['a customer without subscriptions', async () => ({ 'limio-context': await token({ accountId: '001' }) }),             '404 not_found'],
  ['a customer of another one',        async () => ({ 'limio-context': await token({ subscriptions: ['sub-2'] }) }),     '404 subscription_unknown'],
  ['a forged token',                   async () => ({ 'limio-context': `${ADA}x` }),                                     '403 context_invalid'],
  ['a token that is too long',         async () => ({ 'limio-context': 'x'.repeat(4097) }),                              '403 context_invalid'],
  ['a page of somebody else',          async () => ({ origin: 'https://evil.test' }),                                    '403 origin_denied'],
];
test.for(strangers)('%s starts no change', async ([, headers, expected]) => {
  const { start, asked } = await subscribers();
  const { status, body } = await start({}, await headers());
  expect(`${status} ${body.code}`).toBe(expected);
  expect(asked()).toEqual([]);
});

test('without tokens and a hook there are no such routes, nor a word of them', async () => {
  const { start, send } = await subscribers('happy', { context: undefined as never });
  expect((await start()).body.code).toBe('not_found');
  expect(JSON.stringify((await send('GET', '/openapi.json')).body)).not.toContain('plan-changes');
});

test('with them the routes are described, and a page may send the header', async () => {
  const { send, url } = await subscribers();
  const { body } = await send('GET', '/openapi.json');
  expect(Object.keys((body as unknown as { paths: object }).paths)).toEqual(
    expect.arrayContaining(['/plan-changes', '/plan-changes/{id}']),
  );
  const preflight = await fetch(`${url}/plan-changes/x`, { method: 'OPTIONS', headers: { origin: ORIGIN } });
  expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type, limio-context');
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET, PUT');
});

test('a hook of the site may know the customer in place of a token', async () => {
  const identify = ({ headers }: Request) =>
    headers.get('cookie') === 'session=ada' ? { userId: 'ada', subscriptions: ['sub-1'] } : undefined;
  const { start, get } = await subscribers('happy', { context: undefined as never, identify });
  const session = { cookie: 'session=ada', 'limio-context': '' };
  const { status, body } = await start({}, session);
  expect(status).toBe(200);
  expect((await get(body.id, session)).body).toEqual(body);
  expect((await get(body.id, { 'limio-context': '' })).body.code).toBe('not_found');
});

test('Limio is told the customer’s address, the page they came from and the reCAPTCHA; it is empty where there is none', async () => {
  const { start, put, asked } = await subscribers('happy', { proxies: 1 });
  const page = 'https://www.example.com/account';
  const { body } = await start(
    { recaptcha: 'token-1' },
    { referer: page, 'x-forwarded-for': '203.0.113.7, 2001:db8::7' },
  );
  await put(body.id, { offer: idOf('Business Monthly'), quantity: 3 });
  const headers = asked().map((request) =>
    ['x-forwarded-for', 'referer', 'x-limio-recaptcha'].map((name) => request.headers.get(name)),
  );
  expect(headers).toEqual([
    ['2001:db8::7', page, 'token-1'],
    [null, null, null],
    [null, null, ''],
  ]);
});

test('a change is made with the customer’s own token, where the site has one', async () => {
  const { limio, start, asked } = await subscribers('happy', {
    customerToken: ({ headers }) => headers.get('x-session') ?? undefined,
  });
  limio.state.tokens.set('token-of-ada', Infinity);
  expect((await start({}, { 'x-session': 'token-of-ada' })).status).toBe(200);
  expect((await start({}, { 'x-session': 'over' })).body.code).toBe('context_invalid');
  expect((await start()).status).toBe(200);
  const tokens = asked().map(({ headers }) => headers.get('authorization'));
  expect(tokens.slice(0, 2)).toEqual(['Bearer token-of-ada', 'Bearer over']);
  expect(tokens[2]).not.toMatch(/ada|over/);
});

test('many sessions that are over keep nobody else from a change', async () => {
  const customerToken = ({ headers }: Request) => headers.get('x-session') ?? undefined;
  const { start } = await subscribers('happy', { customerToken });
  for (let n = 0; n < 15; n++)
    expect((await start({}, { 'x-session': 'over' })).body.code).toBe('context_invalid');
  expect((await start()).status).toBe(200);
});

test('the recipe of the document signs a token for a customer who is logged in, and for nobody else', async () => {
  const { start } = await subscribers();
  vi.stubEnv('LIMIO_CONTEXT_ISSUER', SIGNER.issuer);
  vi.stubEnv('LIMIO_CONTEXT_SECRET', SIGNER.secret);
  expect((await limioContext(undefined)).status).toBe(401);
  const answer = await limioContext({ id: 'ada', subscriptions: ['sub-1'] });
  const { status, body } = await start({}, { 'limio-context': await answer.text() });
  expect([status, body.plan?.name]).toEqual([200, 'Team']);
});

test('the recipe of the document asks Limio with the token of whoever’s session it is', async () => {
  const sessions: Record<string, Session> = {
    'session=1': { id: 'ada', subscriptions: ['sub-1'], limioToken: 'token-of-ada' },
    'session=2': { id: 'ada', subscriptions: ['sub-1'] },
  };
  const { limio } = await subscribers();
  limio.state.tokens.set('token-of-ada', Infinity);
  const used: (string | null)[] = [];
  const backend = ownBackend(
    {
      limio: {
        tenant: limio.origin,
        credentials: () => CREDENTIALS,
        fetch: (input, init) => {
          const asked = new Request(input, init);
          if (asked.url.endsWith('/subscription')) used.push(asked.headers.get('authorization'));
          return fetch(asked);
        },
      },
      shop: SHOP,
      origins: [ORIGIN],
      country: 'GB',
    },
    async (cookie) => sessions[cookie],
  );
  const ask = async (cookie: string) => {
    const body = JSON.stringify({
      attemptId: `attempt-with-${cookie}-0`.replace('=', '-'),
      subscription: 'sub-1',
    });
    const headers = { origin: ORIGIN, 'content-type': 'application/json', cookie };
    return (await backend.fetch(new Request(`${HERE}/plan-changes`, { method: 'POST', headers, body })))
      .status;
  };
  expect([await ask('session=1'), await ask('session=2'), await ask('session=3')]).toEqual([200, 200, 404]);
  expect(used[0]).toBe('Bearer token-of-ada');
  expect(used[1]).toMatch(/^Bearer (?!token-of-ada)/);
  expect(used).toHaveLength(2);
});
