import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { VERSION } from '../../src/core/version.ts';
import { freePort } from '../../demo/free-port.ts';
import { CREDENTIALS } from './pretend-limio.ts';
import { env, order, post, Program } from './program.ts';

const program = new Program();
let closedPort: number;

beforeAll(async () => {
  closedPort = await freePort();
});

// prettier-ignore
const misuses: Array<[behaviour: string, words: string[], more: Record<string, string>, said: RegExp, code: number]> = [
  ['says how it is used',                          [],                 {},                                          /serve +Serves the backend/, 2],
  ['names the nearest command',                    ['sevre'],          {},                                          /no command "sevre". Did you mean "serve"/, 2],
  ['does not guess where nothing is near',         ['migrate'],        {},                                          /no command "migrate".\n/,  2],
  ['names the nearest option',                     ['serve', '--prot'], {},                                         /no option "--prot". Did you mean "--port"/, 2],
  ['takes no word it has no use for',              ['serve', 'now'],   env,                                         /now/,                      2],
  ['does not start on a port that is none',        ['serve', '--port', 'x'], env,                                   /PORT: Port to listen/,     2],
  ['does not start without what it needs',         ['serve'],          {},                                          /LIMIO_TENANT: Host of/,    2],
  ['does not start for every origin',              ['serve'],          { ...env, LIMIO_ORIGINS: '*' },              /LIMIO_ORIGINS: Origins of/, 2],
  ['does not start where it cannot listen',        ['serve'],          { ...env, HOST: '192.0.2.1', PORT: '0' },    /HOST, PORT: cannot listen on 192.0.2.1, port 0 \(EADDRNOTAVAIL\)\. HOST is no address/, 2],
  ['does not start on a host that is none',        ['serve'],          { ...env, HOST: 'http://0.0.0.0', PORT: '0' }, /HOST, PORT: cannot listen on http:.* HOST is no address/, 2],
];
test.for(misuses)('%s', async ([, words, more, said, code]) => {
  const { code: ended, errors } = await program.start(words, more).ended;
  expect(errors).toMatch(said);
  expect(errors).not.toContain(CREDENTIALS.clientSecret);
  expect(ended).toBe(code);
});

test('writes one line of JSON for each request, without anything of a customer', async () => {
  const { url, line, lines } = await program.serve();
  const response = await post(
    url,
    order({ customer: { email: 'canary@example.com', firstName: 'canary\u2028' } }),
  );
  expect(response.status).toBe(200);
  await post(url, '{"canary":"\\u001b[31m\\n"}');
  const [first, second] = [await line(/"status":200/), await line(/"status":400/)];
  expect(JSON.parse(first)).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    requestId: response.headers.get('x-request-id'),
    method: 'POST',
    route: 'openCheckout',
    status: 200,
    ms: expect.any(Number) as number,
    items: 1,
    isIdentified: false,
  });
  expect(JSON.parse(second)).toMatchObject({ code: 'bad_request' });
  expect(lines).toHaveLength(3);
  expect(lines.join('\n')).not.toMatch(/canary|sandbox|recover/);
  expect(lines.join('\n')).not.toContain('\u001b');
});

test('says its version', async () => {
  const running = program.start(['--version']);
  expect((await running.ended).code).toBe(0);
  expect(running.lines).toEqual([VERSION]);
});

// prettier-ignore
const setUps: Array<[what: string, more: () => Record<string, string>, said: object]> = [
  ['a wrong secret', () => ({ LIMIO_CLIENT_SECRET: 'canary' }),                    { operation: 'token', status: 401, code: 'credentials_refused' }],
  ['a closed port',  () => ({ LIMIO_TENANT: `http://127.0.0.1:${closedPort}` }),               { operation: 'token', cause: 'ECONNREFUSED', code: 'upstream_unavailable' }],
  ['a missing file', () => ({ LIMIO_CLIENT_SECRET: '', LIMIO_CLIENT_SECRET_FILE: '/canary' }), { operation: 'token', code: 'config', cause: 'ENOENT' }],
];
test.for(setUps)('tells %s in one line of the log, by serve and by serve --check', async ([, more, said]) => {
  const { line, lines } = await program.serve(more());
  expect(JSON.parse(await line(/"event":"limio"/))).toMatchObject({ level: 40, ...said });
  expect(lines.join()).not.toContain('canary');
  const checked = program.start(['serve', '--check', '--json'], {
    ...env,
    LIMIO_TENANT: program.limio.origin,
    ...more(),
  });
  expect((await checked.ended).code).toBe(1);
  const { ok, findings } = JSON.parse(checked.lines[0]!) as { ok: boolean; findings: string[] };
  expect([ok, findings.length]).toEqual([false, 1]);
  expect(findings[0]).toMatch(/^token: (?!token)./);
  expect(findings[0]).not.toContain('canary');
});

// prettier-ignore
const secretFiles: Array<[file: string, why: RegExp]> = [
  ['/canary',   /^LIMIO_CLIENT_SECRET_FILE: it names no file that can be read \(ENOENT\)\. Look at its path/],
  ['/',         /^LIMIO_CLIENT_SECRET_FILE: it names no file that can be read \(EISDIR\)\./],
  ['/dev/null', /^LIMIO_CLIENT_SECRET_FILE: the file is empty\. Write the secret into it\.$/],
];
test.for(secretFiles)('says what is wrong with %s as the file of a secret', async ([file, why]) => {
  const { line } = await program.serve({ LIMIO_CLIENT_SECRET: '', LIMIO_CLIENT_SECRET_FILE: file });
  const told = JSON.parse(await line(/"no credentials"/)) as { why: string };
  expect(told.why).toMatch(why);
  expect(told.why).not.toContain('canary');
});

// prettier-ignore
const others: Array<[variable: string, secret: string, more: Record<string, string>, why: RegExp]> = [
  ['LIMIO_PARTNER_CLIENT_SECRET_FILE', '', { LIMIO_PARTNER_CLIENT_ID: 'partner' }, /^LIMIO_PARTNER_CLIENT_SECRET_FILE: it names no file/],
  ['LIMIO_EVENTS_PASSWORD_FILE', 'canary', { LIMIO_EVENTS_USER: 'limio' }, /^LIMIO_EVENTS_PASSWORD_FILE: a password in it is too short\./],
  ['LIMIO_EVENTS_PASSWORD_FILE', 'canary, and long enough\ncanary', { LIMIO_EVENTS_USER: 'limio' }, /^LIMIO_EVENTS_PASSWORD_FILE: a password in it is too short\./],
  ['LIMIO_WEBHOOK_SECRET_FILE', 'canary', { LIMIO_EVENTS_USER: 'limio', LIMIO_EVENTS_PASSWORD: 'sixteen or longer', LIMIO_EVENTS_TO: 'https://crm.test/' }, /^The webhook secret is not `whsec_`/],
];
test.for(others)('says at the start what is wrong with %s of %o', async ([variable, secret, more, why]) => {
  const folder = mkdtempSync(join(tmpdir(), 'limio-secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'secret');
  if (secret) writeFileSync(file, `${secret}\n`);
  const set = { ...more, [variable]: file };
  const { line } = await program.serve(set);
  const { why: told } = JSON.parse(await line(/"no credentials"/)) as { why: string };
  expect(told).toMatch(why);
  const checked = program.start(['serve', '--check'], { ...program.env(), ...set });
  expect((await checked.ended).code).toBe(1);
  expect(checked.lines.at(-1)).toBe(told);
  expect(told).not.toContain('canary');
});

test('tells of variables that have no effect, and which ones may be meant', async () => {
  const stray = {
    LIMIO_ORIGIN: 'canary',
    LIMIO_LIMIT_READ: '1/60',
    LIMIO_OFFERS_PORT: 'tcp://canary:1',
    LIMIO_BUILD_OF_OUR_OWN: '/canary',
  };
  const { line, lines } = await program.serve(stray);
  await line(/LIMIO_LIMIT_READ/);
  const told = lines.map((each) => JSON.parse(each) as Record<string, string>);
  expect(told.filter(({ event }) => event === 'no such variable')).toEqual([
    expect.objectContaining({ level: 40, variable: 'LIMIO_ORIGIN', meant: 'LIMIO_ORIGINS' }),
    expect.objectContaining({ level: 40, variable: 'LIMIO_LIMIT_READ', meant: 'LIMIO_LIMIT_READS' }),
  ]);
  expect(lines.join()).not.toContain('canary');
  const checked = program.start(['serve', '--check'], { ...program.env(), ...stray });
  expect((await checked.ended).code).toBe(0);
  expect(checked.lines).toContain('LIMIO_ORIGIN: there is no such variable. Did you mean LIMIO_ORIGINS?');
});

test('checks a set-up that is right', async () => {
  const checked = program.start(['serve', '--check'], { ...env, LIMIO_TENANT: program.limio.origin });
  expect((await checked.ended).code).toBe(0);
  expect(checked.lines).toEqual([
    'token: Limio gave one.',
    expect.stringMatching(/^offers: there are \d+\./),
  ]);
});
