import { expect, test, vi } from 'vitest';
import { gate, issue, landed, setup } from './token-setup.ts';

test('100 calls at once use one token request', async () => {
  const { call, asked } = setup();
  const results = await Promise.all(Array.from({ length: 100 }, () => call()));
  expect(results).toHaveLength(100);
  expect(asked.tokens).toHaveLength(1);
  expect(Object.fromEntries(asked.tokens[0]!)).toEqual({
    grant_type: 'client_credentials',
    client_id: 'id',
    client_secret: 'secret',
  });
});

test('100 calls fail together when the token request does, and a later one tries again', async () => {
  let isUp = false;
  const { call, asked, wait } = setup({ token: () => (isUp ? issue() : new Response('', { status: 503 })) });
  const results = await Promise.allSettled(Array.from({ length: 100 }, () => call()));
  for (const result of results)
    expect(result).toMatchObject({ reason: { code: 'upstream_unavailable', message: /status 503/ } });
  expect(asked.tokens).toHaveLength(1);
  isUp = true;
  await expect(call()).rejects.toMatchObject({ code: 'upstream_unavailable' });
  expect(asked.tokens).toHaveLength(1);
  wait(250);
  expect(await call()).toEqual({ id: 'b' });
  expect(asked.tokens).toHaveLength(2);
});

test('a call that got no token is not repeated', async () => {
  const waits: number[] = [];
  const { client, asked } = setup({
    token: () => new Response('', { status: 503 }),
    sleep: async (ms) => void waits.push(ms),
  });
  const page = client.listOffers({}, { signal: new AbortController().signal }).next();
  await expect(page).rejects.toMatchObject({ code: 'upstream_unavailable' });
  expect({ waits, tokens: asked.tokens.length }).toEqual({ waits: [], tokens: 1 });
});

test('each failure in a row makes the wait longer, up to five seconds', async () => {
  const { call, asked, wait } = setup({ token: () => new Response('', { status: 500 }), random: () => 1 });
  const waits: number[] = [];
  for (let failures = 1; failures <= 7; failures++) {
    let waited = 0;
    for (;;) {
      await call().catch(() => {});
      if (asked.tokens.length === failures) break;
      wait(125);
      waited += 125;
    }
    waits.push(waited);
  }
  expect(waits).toEqual([0, 250, 500, 1000, 2000, 4000, 5000]);
});

test('a token is renewed early, while the old one still serves', async () => {
  const next = gate<Response>();
  const replies = [Promise.resolve(issue({ access_token: 'old' })), next.opened];
  const { call, asked, wait } = setup({ token: () => replies[asked.tokens.length - 1]! });
  await call();
  wait(3_540_000 - 1);
  await call();
  expect(asked.tokens).toHaveLength(1);
  wait(1);
  await call();
  await call();
  expect(asked.tokens).toHaveLength(2);
  expect(asked.apis.map(({ token }) => token)).toEqual(Array(4).fill('Bearer old'));
  next.open(issue({ access_token: 'new' }));
  await vi.waitUntil(async () => (await call(), asked.apis.at(-1)!.token === 'Bearer new'));
  expect(asked.tokens).toHaveLength(2);
});

test('a failed renewal costs nothing while the old token serves', async () => {
  const { call, asked, wait } = setup({
    token: () => (asked.tokens.length > 1 ? new Response('', { status: 503 }) : issue()),
  });
  await call();
  wait(3_550_000);
  expect(await call()).toEqual({ id: 'b' });
  expect(await call()).toEqual({ id: 'b' });
  expect(asked.tokens).toHaveLength(2);
});

test('renewals are spread by chance, so that instances do not ask all at once', async () => {
  const { call, asked, wait } = setup({ random: () => 0.999 });
  await call();
  wait(3_480_100);
  await call();
  expect(asked.tokens).toHaveLength(2);
});

test('a 401 renews the token once and repeats the very same request', async () => {
  const { call, asked } = setup({
    api: (token) =>
      new Response('{"id":"b"}', {
        status: token === 'Bearer token-1' ? 401 : 200,
        headers: { 'content-type': 'application/json' },
      }),
  });
  expect(await call()).toEqual({ id: 'b' });
  expect(asked.apis.map(({ token }) => token)).toEqual(['Bearer token-1', 'Bearer token-2']);
  expect(asked.apis[0]!.body).toBe(asked.apis[1]!.body);
});

test('a second 401 is final', async () => {
  const { call, asked } = setup({ api: () => new Response('', { status: 401 }) });
  await expect(call()).rejects.toMatchObject({ code: 'credentials_refused' });
  expect(asked.tokens).toHaveLength(2);
  expect(asked.apis).toHaveLength(2);
});

test('50 calls refused at once renew the token once', async () => {
  const { call, asked } = setup({
    api: (token) =>
      token === 'Bearer token-1' ? new Response('', { status: 401 }) : Response.json({ id: 'b' }),
  });
  await Promise.all(Array.from({ length: 50 }, () => call()));
  expect(asked.tokens).toHaveLength(2);
});

test('a renewal that set out before a 401 is not trusted after it', async () => {
  const early = gate<Response>();
  const replies = [
    Promise.resolve(issue({ access_token: 'first' })),
    early.opened,
    Promise.resolve(issue({ access_token: 'third' })),
  ];
  let isRevoked = false;
  const { call, asked, wait } = setup({
    token: () => replies[asked.tokens.length - 1]!,
    api: (token) =>
      isRevoked && token !== 'Bearer third' ? new Response('', { status: 401 }) : Response.json({ id: 'b' }),
  });
  await call();
  wait(3_550_000);
  await call();
  expect(asked.tokens).toHaveLength(2);
  isRevoked = true;
  expect(await call()).toEqual({ id: 'b' });
  early.open(issue({ access_token: 'second' }));
  await landed();
  expect(await call()).toEqual({ id: 'b' });
  expect(asked.apis.slice(2).map(({ token }) => token)).toEqual([
    'Bearer first',
    'Bearer third',
    'Bearer third',
  ]);
});

test('one caller who gives up does not spoil the token for the others', async () => {
  const reply = gate<Response>();
  const { call, asked } = setup({ token: () => reply.opened });
  const impatient = new AbortController();
  const [first, second] = [call(impatient.signal), call()];
  impatient.abort();
  await expect(first).rejects.toMatchObject({ code: 'cancelled' });
  reply.open(issue());
  expect(await second).toEqual({ id: 'b' });
  expect(asked.tokens).toHaveLength(1);
});

test('a rotated secret is picked up at the next 401', async () => {
  let secret = 'old';
  const { call, asked } = setup({
    credentials: async () => ({ clientId: 'id', clientSecret: secret }),
    api: (token) =>
      token === 'Bearer token-1' ? new Response('', { status: 401 }) : Response.json({ id: 'b' }),
  });
  const first = call();
  secret = 'new';
  await first;
  expect(asked.tokens.map((form) => form.get('client_secret'))).toEqual(['old', 'new']);
});

test('refused credentials are not a matter of waiting, and say so without the secret', async () => {
  const { call } = setup({ token: () => Response.json({ message: 'no: secret' }, { status: 401 }) });
  const error = await call().catch((error: unknown) => error);
  expect(error).toMatchObject({ code: 'credentials_refused' });
  expect(String(error)).not.toMatch(/secret/);
});

test('a store of secrets that fails is a matter of configuration, and its words are not repeated', async () => {
  const { call } = setup({ credentials: () => Promise.reject(new Error('vault said: hunter2')) });
  const error = (await call().catch((error: unknown) => error)) as Error;
  expect(error).toMatchObject({ code: 'config' });
  expect(String(error) + String(error.cause)).not.toMatch(/hunter2/);
});
