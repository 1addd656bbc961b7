import { exportSPKI, generateKeyPair, SignJWT, exportJWK } from 'jose';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { ContextOptions } from '../../src/server/gate/context-token.ts';
import { signContext } from '../../src/server/gate/sign-context.ts';
import { pretendLimio } from './pretend-limio.ts';
import { checkout, outcome, setup } from './setup.ts';

const SECRET = 'a shared secret that is long enough for any algorithm, HS512 included';
const context: ContextOptions = {
  issuer: 'https://www.example.com',
  audience: 'limio-offers',
  secret: SECRET,
};

interface Token {
  alg?: string;
  iss?: string;
  aud?: string;
  exp?: string | number | null;
  key?: Parameters<SignJWT['sign']>[0];
  limio?: unknown;
}

/** A token that is all right but for what is named. */
function sign({
  alg = 'HS256',
  iss = context.issuer,
  aud = context.audience,
  exp = '5m',
  key,
  limio = { accountId: '001A' },
}: Token = {}) {
  const token = new SignJWT({ limio }).setProtectedHeader({ alg }).setIssuer(iss).setAudience(aud);
  if (exp !== null) token.setExpirationTime(exp);
  return token.sign(key ?? new TextEncoder().encode(SECRET));
}

const unsigned = (claims: object) =>
  [{ alg: 'none' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.') +
  '.';

const linkOf = async (response: Response) => ((await response.json()) as { url: string }).url;

describe('a context token', () => {
  test('makes a link that acts for the account it names', async () => {
    const { post, limio, log } = setup({ context });
    const token = await sign({ limio: { accountId: '001A', contactId: '003C', userId: '005U' } });
    expect(await linkOf(await post(checkout({ context: token })))).toContain('/api/checkout/assisted?');
    expect(limio.initiated().order['tracking']).toMatchObject({
      accountId: '001A',
      contactId: '003C',
      userId: '005U',
    });
    expect(log.at(-1)).toMatchObject({ isIdentified: true });
  });

  test('makes a quote: it sets how long the basket lives and what else is tracked', async () => {
    const { post, limio } = setup({ context });
    const limioClaim = {
      expiresAfter: { days: 14 },
      tracking: { quoteId: 'Q-7', accountId: 'smuggled', offers: 'none' },
    };
    const response = await post(checkout({ context: await sign({ limio: limioClaim }) }));
    const { url, expiresAt } = (await response.json()) as { url: string; expiresAt: string };
    expect(url).toContain('/api/checkout/recover?');
    expect(expiresAt).toBe('2026-12-05T12:00:00.000Z');
    expect(limio.initiated()).toMatchObject({ expiresAfter: { days: 14 } });
    expect(limio.initiated().order['tracking']).toEqual({
      quoteId: 'Q-7',
      offers: ['/offers2/Pro'],
      purchaseCountryCode: 'DE',
    });
  });

  // prettier-ignore
  const bad: Array<[behaviour: string, token: () => Promise<string> | string]> = [
    ['of another issuer is refused',               () => sign({ iss: 'https://evil.test' })],
    ['for somebody else is refused',               () => sign({ aud: 'another-service' })],
    ['that has expired is refused',                () => sign({ exp: '-1m' })],
    ['that never expires is refused',              () => sign({ exp: null })],
    ['that expires by milliseconds is refused',    () => sign({ exp: Date.now() + 300_000 })],
    ['signed with another secret is refused',      () => sign({ key: new TextEncoder().encode('x'.repeat(32)) })],
    ['of another algorithm is refused',            () => sign({ alg: 'HS512', key: new TextEncoder().encode(SECRET) })],
    ['without a signature is refused',             () => unsigned({ iss: context.issuer, aud: context.audience, exp: 9e9, limio: { accountId: '001A' } })],
    ['that vouches for nothing is refused',        () => sign({ limio: null })],
    ['that claims more than it may is refused',    () => sign({ limio: { accountId: '001A', price: 0 } })],
    ['with an account of two is refused',          () => sign({ limio: { accountId: ['001A', '001B'] } })],
    ['that is no token is refused',                () => 'canary'],
  ];
  test.for(bad)('%s', async ([, token]) => {
    const { post, limio } = setup({ context });
    expect(await outcome(await post(checkout({ context: await token() })))).toBe('403 context_invalid');
    expect(limio.calls).toEqual([]);
  });

  test('is refused where none was set up', async () => {
    expect(await outcome(await setup().post(checkout({ context: await sign() })))).toBe(
      '403 context_invalid',
    );
  });

  test('can be checked with a public key, in either form, and with a set of them', async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
    const { issuer, audience } = context;
    const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256' };
    const ways: Partial<ContextOptions>[] = [
      { publicKey: await exportSPKI(publicKey) },
      { publicKey: jwk },
      { jwks: { keys: [jwk] } },
    ];
    for (const way of ways) {
      const { post } = setup({ context: { issuer, audience, ...way } });
      const token = await sign({ alg: 'ES256', key: privateKey });
      expect(await outcome(await post(checkout({ context: token })))).toBe('200 ok');
      // A public key is known to everybody, so it must never pass for a shared secret.
      const forged = await sign({ key: new TextEncoder().encode(await exportSPKI(publicKey)) });
      expect(await outcome(await post(checkout({ context: forged })))).toBe('403 context_invalid');
    }
  });

  // prettier-ignore
  const unusable: Array<[behaviour: string, given: Partial<ContextOptions>]> = [
    ['a secret that can be guessed',    { secret: 'short' }],
    ['no key at all',                   { secret: undefined as never }],
    ['two kinds of key',                { publicKey: 'pem' }],
    ['keys over plain http',            { secret: undefined as never, jwks: 'http://www.example.com/jwks' }],
    ['any issuer',                      { issuer: '' }],
  ];
  test.for(unusable)('cannot be set up with %s', ([, given]) => {
    expect(() => setup({ context: { ...context, ...given } })).toThrow(
      expect.objectContaining({ code: 'config' }),
    );
  });
});

describe('identify', () => {
  test('lets the site say for whom a request is, from its headers', async () => {
    const { post, limio } = setup({
      identify: ({ headers }) =>
        headers.get('cookie') === 'session=ada' ? { accountId: '001A' } : undefined,
    });
    expect(await linkOf(await post(checkout(), { cookie: 'session=ada' }))).toContain('/assisted?');
    expect(await linkOf(await post(checkout(), { cookie: 'session=eve' }))).toContain('/recover?');
    expect(limio.initiated().order['tracking']).not.toHaveProperty('accountId');
  });

  test('binds an attempt to the one it was made for', async () => {
    const { post } = setup({ identify: ({ headers }) => ({ userId: headers.get('cookie') ?? 'nobody' }) });
    const request = checkout();
    expect(await outcome(await post(request, { cookie: 'ada' }))).toBe('200 ok');
    expect(await outcome(await post(request, { cookie: 'eve' }))).toBe('409 conflict');
  });
});

test('a visitor without a token never receives a link that acts for an account, even if Limio sends one', async () => {
  const limio = pretendLimio({
    initiateCheckout: () =>
      Response.json({
        id: 'b',
        recoveryLink: '/api/checkout/recover?basketId=b&recover=t',
        assistedCheckoutLink: '/api/checkout/assisted?basketId=b&cl=t',
        order: {},
      }),
  });
  expect(await linkOf(await setup({}, limio).post(checkout()))).toContain('/api/checkout/recover?');
});

describe('keys that are fetched', () => {
  // prettier-ignore
  const keySets: Array<[what: string, answer: () => Promise<Response>]> = [
    ['that cannot be reached',      () => Promise.reject(new TypeError('fetch failed'))],
    ['that are down',               async () => new Response('', { status: 503 })],
    ['that are no key set',         async () => new Response('<html>')],
    ['that were rotated just now',  async () => Response.json({ keys: [] })],
  ];
  test.for(keySets)('%s are no fault of the token, and have a code of their own', async ([, answer]) => {
    vi.stubGlobal('fetch', answer);
    const { privateKey } = await generateKeyPair('ES256');
    const token = await new SignJWT({ limio: {} })
      .setProtectedHeader({ alg: 'ES256', kid: 'new' })
      .setIssuer('https://www.example.com')
      .setAudience('limio-offers')
      .setExpirationTime('5m')
      .sign(privateKey);
    const context = {
      issuer: 'https://www.example.com',
      audience: 'limio-offers',
      jwks: 'https://keys.example.com/jwks',
    };
    const { post, log, limio } = setup({ context });
    expect(await outcome(await post(checkout({ context: token })))).toBe('503 context_unverified');
    expect(log).toMatchObject([{ code: 'context_unverified' }]);
    expect(limio.calls).toEqual([]);
    vi.unstubAllGlobals();
  });
});

describe('signContext', () => {
  const signed = { issuer: context.issuer, secret: SECRET };

  test('makes a token that the backend takes, for a short while', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const { post, limio } = setup({ context });
    const token = await signContext({ accountId: '001A', tracking: { quoteId: 'Q-7' } }, signed);
    expect(await linkOf(await post(checkout({ context: token })))).toContain('/api/checkout/assisted?');
    expect(limio.initiated().order['tracking']).toMatchObject({ accountId: '001A', quoteId: 'Q-7' });
    vi.setSystemTime(Date.now() + 306_000);
    expect(await outcome(await post(checkout({ context: token })))).toBe('403 context_invalid');
  });

  // prettier-ignore
  const refused: Array<[what: string, who: object, options: object, error: object]> = [
    ['a field that no context has', { accountid: '001A' },                {},                  { code: 'bad_request', details: { fields: ['accountid'] } }],
    ['an expiry of 31 days',        { expiresAfter: { days: 31 } },       {},                  { code: 'bad_request', details: { fields: ['expiresAfter.days'] } }],
    ['a short secret',              { accountId: '001A' },                { secret: 'short' }, { code: 'config' }],
  ];
  test.for(refused)('refuses %s', async ([, who, options, error]) => {
    await expect(signContext(who, { ...signed, ...options })).rejects.toMatchObject(error);
  });
});
