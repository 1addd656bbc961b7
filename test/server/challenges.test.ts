import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { limioBackend } from '../../src/server/backend.ts';
import { optionsFrom } from '../../src/server/environment/options-from.ts';
import { pretendLimio } from './pretend-limio.ts';
import { checkout, HERE, optionsFor, ORIGIN, outcome } from './setup.ts';

interface Asked {
  url: string;
  key: string | undefined;
  body: Record<string, unknown>;
}

/** A service that verifies, on a socket of this machine, and what it was asked. `undefined`: it takes the question and never answers. */
async function verifier(answer: unknown, status = 200) {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const isForm = request.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
      asked.push({
        url: request.url ?? '',
        key: request.headers['x-goog-api-key'] as string | undefined,
        body: (isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text)) as Asked['body'],
      });
      if (answer === undefined) return;
      response.writeHead(status, {
        'content-type': 'application/json',
        ...(status === 307 && { location: '/elsewhere' }),
      });
      response.end(typeof answer === 'string' ? answer : JSON.stringify(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { asked, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/verify` };
}

/** A backend that is set up by variables, as `limio-offers serve` is. */
function backendWith(env: Record<string, string>) {
  const limio = pretendLimio();
  const { challenge } = optionsFrom({
    LIMIO_TENANT: 'acme.prod.limio.com',
    LIMIO_CLIENT_ID: 'id',
    LIMIO_CLIENT_SECRET: 'secret',
    LIMIO_SHOP: 'https://shop.example.com',
    LIMIO_ORIGINS: ORIGIN,
    LIMIO_COUNTRY: 'DE',
    ...env,
  });
  const backend = limioBackend({ ...optionsFor(limio), ...(challenge && { challenge }) });
  const post = (body: object) =>
    backend.fetch(
      new Request(`${HERE}/checkouts`, {
        method: 'POST',
        headers: { origin: ORIGIN, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    );
  return { limio, post };
}

const GOOD = { success: true, score: 0.9, action: 'initiateCheckout', hostname: 'www.example.com' };
const ENTERPRISE = {
  tokenProperties: { valid: true, action: 'initiateCheckout', hostname: 'www.example.com' },
  riskAnalysis: { score: 0.9 },
};

const TURNSTILE = { TURNSTILE_SECRET: 'canary-secret' };
const RECAPTCHA = { RECAPTCHA_SECRET: 'canary-secret' };
const CLOUD = { RECAPTCHA_API_KEY: 'canary-key', RECAPTCHA_PROJECT: 'acme', RECAPTCHA_SITE_KEY: 'site-key' };

// prettier-ignore
const verdicts: Array<[challenge: string, env: Record<string, string>, what: string, answer: unknown, expected: string]> = [
  ['Turnstile',            TURNSTILE, 'solved',                  { success: true },                              '200 ok'],
  ['Turnstile',            TURNSTILE, 'not solved',              { success: false },                             '403 challenge_failed'],
  ['Turnstile',            TURNSTILE, 'never answered',          undefined,                                      '403 challenge_failed'],
  ['Turnstile',            TURNSTILE, 'a page in place of JSON', '<!doctype html>',                              '403 challenge_failed'],
  ['reCAPTCHA v3',         RECAPTCHA, 'a person',                GOOD,                                           '200 ok'],
  ['reCAPTCHA v3',         RECAPTCHA, 'a program',               { ...GOOD, score: 0.1 },                        '403 challenge_failed'],
  ['reCAPTCHA v3',         RECAPTCHA, 'no score, as of v2',      { ...GOOD, score: undefined },                  '403 challenge_failed'],
  ['reCAPTCHA v3',         RECAPTCHA, 'another action',          { ...GOOD, action: 'login' },                   '403 challenge_failed'],
  ['reCAPTCHA v3',         RECAPTCHA, 'a token used twice',      { success: false, 'error-codes': ['timeout-or-duplicate'] }, '403 challenge_failed'],
  ['reCAPTCHA v3',         { ...RECAPTCHA, RECAPTCHA_MIN_SCORE: '0.05' }, 'a low score that is enough', { ...GOOD, score: 0.1 }, '200 ok'],
  ['reCAPTCHA Enterprise', CLOUD,     'a person',                ENTERPRISE,                                     '200 ok'],
  ['reCAPTCHA Enterprise', CLOUD,     'a program',               { ...ENTERPRISE, riskAnalysis: { score: 0.1 } }, '403 challenge_failed'],
  ['reCAPTCHA Enterprise', CLOUD,     'an invalid token',        { ...ENTERPRISE, tokenProperties: { valid: false, invalidReason: 'EXPIRED' } }, '403 challenge_failed'],
  ['reCAPTCHA Enterprise', CLOUD,     'nothing of it',           {},                                             '403 challenge_failed'],
];
test.for(verdicts)('%s, %s: %s', async ([, env, , answer, expected]) => {
  const { asked, address } = await verifier(answer);
  const { post, limio } = backendWith({ ...env, CHALLENGE_VERIFY_URL: address });
  expect(await outcome(await post(checkout({ challenge: 'token' })))).toBe(expected);
  expect(asked).toHaveLength(1);
  expect(limio.count('initiateCheckout')).toBe(expected === '200 ok' ? 1 : 0);
});

describe('a verifier', () => {
  // prettier-ignore
  const questions: Array<[challenge: string, env: Record<string, string>, key: string | undefined, body: object]> = [
    ['Turnstile',            TURNSTILE, undefined,    { secret: 'canary-secret', response: 'token', idempotency_key: expect.any(String) as string }],
    ['reCAPTCHA v3',         RECAPTCHA, undefined,    { secret: 'canary-secret', response: 'token' }],
    ['reCAPTCHA Enterprise', CLOUD,     'canary-key', { event: { token: 'token', siteKey: 'site-key', expectedAction: 'initiateCheckout' } }],
  ];
  test.for(questions)(
    'is asked as %s documents it, and no secret is in its address',
    async ([, env, key, body]) => {
      const { asked, address } = await verifier({});
      const { post } = backendWith({ ...env, CHALLENGE_VERIFY_URL: address });
      await post(checkout({ challenge: 'token' }));
      expect(asked).toEqual([{ url: '/verify', key, body }]);
    },
  );

  test('that sends on elsewhere is not followed', async () => {
    const { asked, address } = await verifier({ success: true }, 307);
    const { post } = backendWith({ ...TURNSTILE, CHALLENGE_VERIFY_URL: address });
    expect(await outcome(await post(checkout({ challenge: 'token' })))).toBe('403 challenge_failed');
    expect(asked).toHaveLength(1);
  });

  test('that refuses the question has not passed anybody', async () => {
    const { address } = await verifier({ success: true }, 400);
    const { post } = backendWith({ ...TURNSTILE, CHALLENGE_VERIFY_URL: address });
    expect(await outcome(await post(checkout({ challenge: 'token' })))).toBe('403 challenge_failed');
  });
});

// prettier-ignore
const mistakes: Array<[what: string, env: Record<string, string>, named: string[]]> = [
  ['two challenges',              { ...TURNSTILE, ...RECAPTCHA },       ['TURNSTILE_SECRET', 'RECAPTCHA_SECRET']],
  ['Enterprise without project',  { RECAPTCHA_API_KEY: 'key' },         ['RECAPTCHA_PROJECT', 'RECAPTCHA_SITE_KEY']],
  ['a score that is none',        { ...RECAPTCHA, RECAPTCHA_MIN_SCORE: '2' }, ['RECAPTCHA_MIN_SCORE']],
  ['a verifier without https',    { ...TURNSTILE, CHALLENGE_VERIFY_URL: 'http://verify.example.com' }, ['CHALLENGE_VERIFY_URL']],
];
test.for(mistakes)('a set-up with %s is refused by name', ([, env, named]) => {
  let message = '';
  try {
    backendWith(env);
  } catch (error) {
    ({ message } = error as Error);
  }
  for (const name of named) expect(message).toContain(name);
  expect(message).not.toContain('canary');
});
