import { expect, test, vi } from 'vitest';
import { issue, setup, type Reply } from './token-setup.ts';

// prettier-ignore
const lifetimes: Array<[behaviour: string, expires_in: unknown, seconds: number]> = [
  ['an hour',          3600,      3595],
  ['a string',         '3600',    3595],
  ['nothing',          undefined, 295],
  ['null',             null,      295],
  ['an empty string',  '',        295],
  ['words',            'soon',    295],
  ['zero',             0,         27],
  ['a negative time',  -5,        27],
  ['an endless time',  1e12,      86_395],
  ['half a minute',    30,        27],
];
test.for(lifetimes)('a lifetime of %s is kept within reason', async ([, expires_in, seconds]) => {
  const { client, call } = setup({ token: () => issue({ expires_in }) });
  await call();
  expect(client.health().tokenGoodFor).toBe(seconds * 1000);
});

// prettier-ignore
const shapes: Array<[behaviour: string, reply: object]> = [
  ['is bare',                          {}],
  ['holds the word Bearer',            { access_token: 'Bearer token' }],
  ['comes with an id_token',           { id_token: 'not.a.jwt' }],
  ['spells its type in small letters', { token_type: 'bearer' }],
];
test.for(shapes)('a token reply that %s is understood', async ([, reply]) => {
  const { call, asked } = setup({ token: () => issue(reply) });
  await call();
  expect(asked.apis[0]!.token).toBe('Bearer token');
});

// prettier-ignore
const nonsense: Array<[behaviour: string, reply: Reply]> = [
  ['without a token',         () => issue({ access_token: undefined })],
  ['with a line break in it', () => issue({ access_token: 'a\r\nx: y' })],
  ['of another type',         () => issue({ token_type: 'mac' })],
  ['of a web page',           () => new Response('<h1>Sign in</h1>', { headers: { 'content-type': 'text/html' } })],
  ['of broken JSON',          () => new Response('{', { headers: { 'content-type': 'application/json' } })],
  ['of a redirect',           () => new Response(null, { status: 307, headers: { location: 'https://evil.test' } })],
];
test.for(nonsense)('a token reply %s is not used', async ([, token]) => {
  const { call, asked } = setup({ token });
  const error = (await call().catch((error: unknown) => error)) as Error;
  expect(error).toMatchObject({ code: 'upstream_invalid' });
  // The library's own errors hold the reply.
  expect(error.cause).toBeUndefined();
  expect(asked.apis).toEqual([]);
});

test.for(['invalid_client', 'unauthorized_client'])(
  'credentials that are refused with a 400 and %s are said to be refused',
  async (error) => {
    const { call } = setup({ token: () => Response.json({ error }, { status: 400 }) });
    await expect(call()).rejects.toMatchObject({ code: 'credentials_refused' });
  },
);

test('a token reply of half a megabyte is not read to its end', async () => {
  const { call } = setup({ token: () => issue({ filling: 'x'.repeat(2 ** 19) }) });
  await expect(call()).rejects.toMatchObject({ code: 'upstream_invalid', message: /more than 0\.25 MB/ });
});

const hang = () => new Promise<never>(() => {});

// prettier-ignore
const hanging: Array<[behaviour: string, options: (isDown: () => boolean) => Parameters<typeof setup>[0]]> = [
  ['token request', (isDown) => ({ token: () => (isDown() ? hang() : issue()) })],
  ['secret store',  (isDown) => ({ credentials: () => (isDown() ? hang() : { clientId: 'id', clientSecret: 's' }) })],
];
test.for(hanging)('a %s that hangs is given up for all, and tried anew', async ([, options]) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    let isDown = true;
    const { call, wait } = setup(options(() => isDown));
    const hung = expect(call()).rejects.toMatchObject({ code: 'upstream_timeout' });
    await vi.advanceTimersByTimeAsync(5000);
    await hung;
    isDown = false;
    wait(5000);
    expect(await call()).toEqual({ id: 'b' });
  } finally {
    vi.useRealTimers();
  }
});
