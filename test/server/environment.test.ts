import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { limioBackend } from '../../src/server/backend.ts';
import { readEnvironment } from '../../src/server/node/environment.ts';
import { optionsFrom } from '../../src/server/environment/options-from.ts';
import { VARIABLES } from '../../src/server/environment/variables.ts';
import { SHOP } from './pretend-limio.ts';
import { env } from './program.ts';
import { ORIGIN } from './setup.ts';

test('turns variables into options', () => {
  const { options, redis, host, port } = readEnvironment({
    ...env,
    LIMIO_BUDGET: '3000',
    LIMIO_EXPIRES_MINUTES: '30',
    LIMIO_PROXIES: '1',
    LIMIO_CONTEXT_ISSUER: ORIGIN,
    LIMIO_CONTEXT_SECRET: 's'.repeat(32),
    REDIS_URL: 'redis://redis.test',
    REDIS_TIMEOUT: '800',
    PORT: '0',
  });
  expect({ ...options, limio: options.limio.tenant }).toEqual({
    limio: 'https://limio.test',
    shop: SHOP,
    origins: [ORIGIN, 'http://localhost:5173'],
    country: 'US',
    proxies: 1,
    budget: 3000,
    expiresAfter: { minutes: 30 },
    context: { issuer: ORIGIN, audience: 'limio-offers', secret: 's'.repeat(32) },
  });
  expect(redis).toEqual({ urls: ['redis://redis.test'], timeout: 800 });
  expect([host, port]).toEqual(['127.0.0.1', 0]);
});

test('reads a secret from its file each time, so that a new one is picked up', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'limio-offers-'));
  const file = join(folder, 'secret');
  writeFileSync(file, 'first\n');
  const { options } = readEnvironment({ ...env, LIMIO_CLIENT_SECRET: '', LIMIO_CLIENT_SECRET_FILE: file });
  expect(await options.limio.credentials()).toEqual({ clientId: 'sandbox', clientSecret: 'first' });
  writeFileSync(file, 'second');
  expect(await options.limio.credentials()).toMatchObject({ clientSecret: 'second' });
  rmSync(folder, { recursive: true });
});

// prettier-ignore
const wrong: Array<[name: string, value: string]> = [
  ['LIMIO_TENANT',             'http://canary.test'],
  ['LIMIO_CLIENT_ID',          ''],
  ['LIMIO_CLIENT_SECRET',      ''],
  ['LIMIO_SHOP',               'canary://shop'],
  ['LIMIO_ORIGINS',            '*'],
  ['LIMIO_ORIGINS',            'https://canary.test/path'],
  ['LIMIO_COUNTRY',            'canary'],
  ['LIMIO_PAGE',               '//canary.test'],
  ['LIMIO_TRACKING_FIELDS',    'canary canary/x'],
  ['LIMIO_RENEWAL_PAGE',       '//canary.test'],
  ['LIMIO_EXPIRES_MINUTES',    'canary'],
  ['LIMIO_BASE_PATH',          'canary'],
  ['LIMIO_PROXIES',            '-1'],
  ['LIMIO_BUDGET',             '99'],
  ['LIMIO_CONTEXT_SECRET',     'canary'],
  ['LIMIO_CONTEXT_JWKS',       'http://canary.test'],
  ['LIMIO_KEYS_FILE',          '/canary/keys'],
  ['REDIS_URL',                'canary'],
  ['REDIS_URL',                'redis://:can#ary@redis.test:6379'],
  ['REDIS_URL',                'redis://redis.test, http://canary.test'],
  ['REDIS_URL',                'redis://:can%ary@redis.test'],
  ['REDIS_URL',                'redis://redis.test/canary'],
  ['LIMIO_EXPIRES_MINUTES',    '0'],
  ['LIMIO_LIMIT_ALL',          '600'],
  ['LIMIO_LIMIT_EMAIL',        '5/0'],
  ['LIMIO_STOP_DELAY',         '3s'],
  ['REDIS_TIMEOUT',            '0'],
  ['LIMIO_WEBHOOK_SECRET',     'whsec_canary'],
  ['PORT',                     '65536'],
];
test.for(wrong)('names %s when it is %s, and no value', ([name, value]) => {
  const read = () => readEnvironment({ ...env, [name]: value });
  expect(read).toThrow(
    expect.objectContaining({ code: 'config', message: expect.stringContaining(`${name}:`) as string }),
  );
  expect(read).not.toThrow(/canary/);
});

test('reads limits and the nodes of a cluster', () => {
  const { options, redis, stopDelay } = readEnvironment({
    ...env,
    LIMIO_LIMIT_ALL: '60000/60',
    LIMIO_LIMIT_EMAIL: '3/900',
    LIMIO_STOP_DELAY: '500',
    REDIS_URL: 'rediss://one.test:6379, rediss://two.test:6379',
  });
  expect(options.limits).toEqual({
    all: { points: 60_000, seconds: 60 },
    email: { points: 3, seconds: 900 },
  });
  expect(redis?.urls).toEqual(['rediss://one.test:6379', 'rediss://two.test:6379']);
  expect(stopDelay).toBe(500);
});

// prettier-ignore
const hints: Array<[what: string, more: Record<string, string>, said: RegExp]> = [
  ['how to write a password',                { REDIS_URL: 'redis://:a#b@redis.test' },          /REDIS_URL: .* write # as %23/],
  ['that an issuer is missing for a secret', { LIMIO_CONTEXT_SECRET: 's'.repeat(32) },          /LIMIO_CONTEXT_ISSUER: .* It is missing/],
  ['that an issuer is missing for keys',     { LIMIO_CONTEXT_JWKS: 'https://keys.test/jwks' },  /LIMIO_CONTEXT_ISSUER: .* It is missing/],
  ['what is missing',                        { LIMIO_COUNTRY: '' },                             /LIMIO_COUNTRY: .* It is missing\./],
  ['what else a variable needs',             { LIMIO_EVENTS_TO: 'https://crm.test' },           /LIMIO_WEBHOOK_SECRET: .*LIMIO_EVENTS_USER: .* It is missing: LIMIO_EVENTS_TO needs it/s],
  ['what a setting is no use without',       { REDIS_TIMEOUT: '100' },                          /REDIS_URL: .* It is missing: REDIS_TIMEOUT needs it/],
  ['what a score is no use without',         { RECAPTCHA_MIN_SCORE: '0.9' },                    /RECAPTCHA_SECRET: .* RECAPTCHA_MIN_SCORE needs it/],
  ['what a score of a challenge needs',      { CHALLENGE_VERIFY_URL: 'https://a.test' },        /TURNSTILE_SECRET: .* CHALLENGE_VERIFY_URL needs it/],
  ['what pages of agents are no use without', { LIMIO_AGENT_PAGES: '/chat' },                   /LIMIO_MCP: .* LIMIO_AGENT_PAGES needs it/],
  ['what UCP needs',                         { LIMIO_UCP: 'on' },                               /LIMIO_PUBLIC_URL: .* LIMIO_UCP needs it/],
  ['what MCP with checkouts needs',          { LIMIO_MCP: 'full', LIMIO_PUBLIC_URL: 'https://a.test' }, /LIMIO_MCP.*LIMIO_KEYS_FILE/],
  ['which of two secrets it cannot know',    { LIMIO_CLIENT_SECRET_FILE: '/run/s' },            /LIMIO_CLIENT_SECRET: .* Set one of LIMIO_CLIENT_SECRET and LIMIO_CLIENT_SECRET_FILE alone/],
  ['which of two challenges it cannot know', { TURNSTILE_SECRET: 'a', RECAPTCHA_SECRET: 'b' },  /RECAPTCHA_SECRET: .* Set one of TURNSTILE_SECRET and RECAPTCHA_SECRET alone/],
  ['how long a time may be',                 { LIMIO_BUDGET: '3s' },                            /LIMIO_BUDGET: .* Write a whole number from 100 to 60000/],
  ['how to write a limit',                   { LIMIO_LIMIT_ALL: '600' },                        /LIMIO_LIMIT_ALL: .* 600\/60/],
  ['how to write an origin',                 { LIMIO_ORIGINS: 'https://a.test/' },              /LIMIO_ORIGINS: .* without a path or a slash at its end/],
  ['how to write a path',                    { LIMIO_BASE_PATH: '/limio/' },                    /LIMIO_BASE_PATH: .* Write it as \/limio/],
  ['how to write a country',                 { LIMIO_COUNTRY: 'Germany' },                      /LIMIO_COUNTRY: .* two letters in capitals/],
  ['that metrics need a port of their own',  { LIMIO_METRICS_PORT: '9090', PORT: '09090' },     /LIMIO_METRICS_PORT, PORT: both are 9090\. .* 9464/],
  ['that metrics are not on the usual port', { LIMIO_METRICS_PORT: '8787' },                    /LIMIO_METRICS_PORT, PORT: both are 8787/],
  ['how to write an address',                { LIMIO_PUBLIC_URL: 'offers.test' },               /LIMIO_PUBLIC_URL: .* with https:\/\/ first/],
  ['how to write a mode of MCP',             { LIMIO_MCP: 'Full' },                             /LIMIO_MCP: .* Write read or full/],
  ['that quotes are in the way',             { LIMIO_SHOP: '"https://shop.test"' },             /LIMIO_SHOP: .* Take off the quotes/],
  ['that quotes of a word processor are',    { LIMIO_SHOP: '“shop.test”' },                     /LIMIO_SHOP: .* Take off the quotes/],
];
test.for(hints)('says %s', ([, more, said]) => {
  expect(() => limioBackend(readEnvironment({ ...env, ...more }).options)).toThrow(said);
});

test('names all that is missing at once', () => {
  const needed = Object.entries(VARIABLES)
    .filter(([, rule]) => 'isNeeded' in rule)
    .map(([name]) => name);
  expect(needed).toHaveLength(5);
  for (const name of needed) expect(() => readEnvironment({})).toThrow(name);
});

describe('optionsFrom', () => {
  test('reads the same variables, and passes over what is no text', async () => {
    const { limio, ...options } = optionsFrom({ ...env, LIMITER: { limit: () => true } });
    const { limio: _, ...same } = readEnvironment(env).options;
    expect(options).toEqual(same);
    expect(await limio.credentials()).toMatchObject({ clientId: env.LIMIO_CLIENT_ID });
  });

  test.for(['LIMIO_CLIENT_SECRET_FILE', 'LIMIO_KEYS_FILE'])(
    'refuses %s, as there may be no files',
    (name) => {
      expect(() => optionsFrom({ ...env, [name]: '/run/secret' })).toThrow(name);
    },
  );

  test('refuses Redis, whose connections are for Node', () => {
    expect(() => optionsFrom({ ...env, REDIS_URL: 'redis://redis.test' })).toThrow('REDIS_URL');
  });
});
