import { connect, createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { readEnvironment } from '../../src/server/node/environment.ts';
import { VERSION } from '../../src/core/version.ts';
import { VARIABLES } from '../../src/server/node/variables.ts';
import { freePort } from '../setup/free-port.ts';
import { nodeProgram, removeProgram, run, type Running } from '../setup/node-program.ts';
import { CREDENTIALS, SHOP } from './pretend-limio.ts';
import { checkout, ORIGIN } from './setup.ts';

const env = {
  LIMIO_TENANT: 'https://limio.test',
  LIMIO_CLIENT_ID: CREDENTIALS.clientId,
  LIMIO_CLIENT_SECRET: CREDENTIALS.clientSecret,
  LIMIO_SHOP: SHOP,
  LIMIO_ORIGINS: `${ORIGIN}, http://localhost:5173`,
  LIMIO_COUNTRY: 'US',
};

describe('readEnvironment', () => {
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
    ['LIMIO_EXPIRES_MINUTES',    '0'],
    ['LIMIO_LIMIT_ALL',          '600'],
    ['LIMIO_LIMIT_EMAIL',        '5/0'],
    ['LIMIO_STOP_DELAY',         '3s'],
    ['REDIS_TIMEOUT',            '0'],
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
    ['what is missing',                        { LIMIO_COUNTRY: '' },                             /LIMIO_COUNTRY: .* It is missing/],
  ];
  test.for(hints)('says %s', ([, more, said]) => {
    expect(() => readEnvironment({ ...env, ...more })).toThrow(said);
  });

  test('names all that is missing at once', () => {
    const needed = Object.entries(VARIABLES)
      .filter(([, rule]) => 'isNeeded' in rule)
      .map(([name]) => name);
    expect(needed).toHaveLength(5);
    for (const name of needed) expect(() => readEnvironment({})).toThrow(name);
  });
});

describe('limio-offers', { timeout: 30_000 }, () => {
  let program: string;
  let limio: ServedSandbox;
  let closedPort: number;
  const started: Running[] = [];

  beforeAll(async () => {
    program = await nodeProgram('src/cli.ts');
    limio = await serveSandbox();
    closedPort = await freePort();
  }, 30_000);
  afterEach(() => started.splice(0).forEach(({ child }) => child.kill('SIGKILL')));
  afterAll(() => {
    removeProgram(program);
    return limio.close();
  });

  const start = (words: string[], more: Record<string, string> = {}) => {
    const running = run(program, words, more);
    started.push(running);
    return running;
  };

  /** A backend in a process of its own, and where it is. */
  async function serving(more: Record<string, string> = {}) {
    const running = start(['serve'], { ...env, LIMIO_TENANT: limio.origin, PORT: '0', ...more });
    const { url } = JSON.parse(await running.line(/"listening"/)) as { url: string };
    return { ...running, url };
  }

  const post = (url: string, body: unknown) =>
    fetch(`${url}/checkouts`, {
      method: 'POST',
      headers: { origin: ORIGIN, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  const order = (more = {}) => checkout({ items: [{ path: '/offers2/Desk Starter Monthly' }], ...more });

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
    ['does not start where it cannot listen',        ['serve'],          { ...env, HOST: '192.0.2.1', PORT: '0' },    /EADDRNOTAVAIL/,            1],
  ];
  test.for(misuses)('%s', async ([, words, more, said, code]) => {
    const { code: ended, errors } = await start(words, more).ended;
    expect(errors).toMatch(said);
    expect(errors).not.toContain(CREDENTIALS.clientSecret);
    expect(ended).toBe(code);
  });

  test('writes one line of JSON for each request, without anything of a customer', async () => {
    const { url, line, lines } = await serving();
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

  test('finishes what it has begun when it is told to stop, takes nothing new, and ends well', async () => {
    const { url, child, ended, line } = await serving({ LIMIO_BUDGET: '20000', LIMIO_STOP_DELAY: '0' });
    expect((await post(url, order())).status).toBe(200);
    limio.use('slow=300');
    const areAllAtLimio = new Promise<void>((resolve) => {
      let count = 0;
      limio.server.on('request', ({ url }) => url?.endsWith('/initiate') && ++count === 20 && resolve());
    });
    const answers = Array.from({ length: 20 }, async () => (await post(url, order())).status);
    await areAllAtLimio;
    child.kill('SIGTERM');
    await line(/"stopping"/);
    await expect(post(url, order())).rejects.toThrow();
    expect(await Promise.all(answers)).toEqual(Array<number>(20).fill(200));
    const answeredAt = performance.now();
    expect((await ended).code).toBe(0);
    expect(performance.now() - answeredAt).toBeLessThan(2000);
    limio.use('happy');
  });

  test('says its version', async () => {
    const running = start(['--version']);
    expect((await running.ended).code).toBe(0);
    expect(running.lines).toEqual([VERSION]);
  });

  test('is not ready first when it is told to stop, closes connections, and closes its port after a pause', async () => {
    const { url, child, ended, line } = await serving({ LIMIO_STOP_DELAY: '700' });
    await expect.poll(async () => (await fetch(`${url}/health/ready`)).status).toBe(200);
    child.kill('SIGTERM');
    await line(/"stopping"/);
    const ready = await fetch(`${url}/health/ready`);
    expect([ready.status, ready.headers.get('connection')]).toEqual([503, 'close']);
    expect((await post(url, order())).status).toBe(200);
    expect((await ended).code).toBe(0);
    await expect(fetch(`${url}/health/live`)).rejects.toThrow();
  });

  test('ends at once where it cannot listen, though Redis was connected', async () => {
    const redis = createServer((socket) => {
      socket.on('error', () => {}).on('data', () => socket.write('-ERR no\r\n'));
    }).listen(0, '127.0.0.1');
    await once(redis, 'listening');
    const { port } = redis.address() as AddressInfo;
    const startedAt = performance.now();
    const { code, errors } = await start(['serve'], {
      ...env,
      LIMIO_TENANT: limio.origin,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      PORT: new URL(limio.origin).port,
    }).ended;
    expect(errors).toContain('EADDRINUSE');
    expect(code).toBe(1);
    expect(performance.now() - startedAt).toBeLessThan(6000);
    redis.close();
  });

  test('ends when it is told to while it still waits for Redis', async () => {
    const deaf = createServer(() => {}).listen(0, '127.0.0.1');
    await once(deaf, 'listening');
    const reached = once(deaf, 'connection');
    const { child, ended } = start(['serve'], {
      ...env,
      PORT: '0',
      REDIS_URL: `redis://127.0.0.1:${(deaf.address() as AddressInfo).port}`,
      REDIS_TIMEOUT: '20000',
    });
    await reached;
    child.kill('SIGTERM');
    expect((await ended).code).toBe(0);
    deaf.close();
  });

  // prettier-ignore
  const setUps: Array<[what: string, more: () => Record<string, string>, said: object]> = [
    ['a wrong secret', () => ({ LIMIO_CLIENT_SECRET: 'canary' }),                    { operation: 'token', status: 401, code: 'credentials_refused' }],
    ['a closed port',  () => ({ LIMIO_TENANT: `http://127.0.0.1:${closedPort}` }),               { operation: 'token', cause: 'ECONNREFUSED', code: 'upstream_unavailable' }],
    ['a missing file', () => ({ LIMIO_CLIENT_SECRET: '', LIMIO_CLIENT_SECRET_FILE: '/canary' }), { operation: 'token', code: 'config' }],
  ];
  test.for(setUps)(
    'tells %s in one line of the log, by serve and by serve --check',
    async ([, more, said]) => {
      const { line, lines } = await serving(more());
      expect(JSON.parse(await line(/"event":"limio"/))).toMatchObject({ level: 40, ...said });
      expect(lines.join()).not.toContain('canary');
      const checked = start(['serve', '--check', '--json'], {
        ...env,
        LIMIO_TENANT: limio.origin,
        ...more(),
      });
      expect((await checked.ended).code).toBe(1);
      const { ok, findings } = JSON.parse(checked.lines[0]!) as { ok: boolean; findings: string[] };
      expect([ok, findings.length]).toEqual([false, 1]);
      expect(findings[0]).toMatch(/^token: /);
      expect(findings[0]).not.toContain('canary');
    },
  );

  test('checks a set-up that is right', async () => {
    const checked = start(['serve', '--check'], { ...env, LIMIO_TENANT: limio.origin });
    expect((await checked.ended).code).toBe(0);
    expect(checked.lines).toEqual([
      'token: Limio gave one.',
      expect.stringMatching(/^offers: there are \d+\./),
    ]);
  });

  test('answers pipelined requests a few at a time, so that answers nobody reads do not pile up', async () => {
    const { url, child } = await serving({ LIMIO_LIMIT_READS: '100000/60' });
    await fetch(`${url}/offers`);
    const kilobytes = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]);
    const before = kilobytes();
    const sockets = Array.from({ length: 5 }, () => connect(Number(new URL(url).port), '127.0.0.1').pause());
    for (const socket of sockets) socket.write('GET /offers HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(2000));
    for (let n = 0; n < 20; n++) expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect(kilobytes() - before).toBeLessThan(110_000);
    sockets.forEach((socket) => socket.destroy());
  });

  test('hangs up on a client that never finishes its headers, and on one that never finishes its body', async () => {
    const { url } = await serving();
    const { port } = new URL(url);
    const startedAt = performance.now();
    const heads = [
      'POST /checkouts HTTP/1.1\r\nhost: a\r\n',
      `POST /checkouts HTTP/1.1\r\nhost: a\r\norigin: ${ORIGIN}\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{`,
    ];
    const replies = await Promise.all(
      heads.map(async (head) => {
        const socket = connect(Number(port), '127.0.0.1');
        let reply = '';
        socket.setEncoding('utf8').on('data', (text) => (reply += text));
        socket.write(head);
        await once(socket, 'close');
        return reply.split(' ')[1];
      }),
    );
    expect(replies).toEqual(['408', '408']);
    expect(performance.now() - startedAt).toBeLessThan(12_000);
  }, 20_000);

  test('hangs up on a body without end, and goes on', async () => {
    const { url } = await serving();
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    let reply = '';
    socket.setEncoding('utf8').on('data', (text) => (reply += text));
    // It may be cut off in the middle of a word.
    socket.on('error', () => {});
    socket.write(
      `POST /checkouts HTTP/1.1\r\nhost: a\r\norigin: ${ORIGIN}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    const chunk = `1000\r\n${' '.repeat(4096)}\r\n`;
    const pump = () => void (socket.writable && socket.write(chunk) && setImmediate(pump));
    socket.on('drain', pump);
    pump();
    await new Promise((resolve) => socket.on('close', resolve));
    expect(reply).toMatch(/^HTTP\/1\.1 413 /);
    expect((await post(url, order())).status).toBe(200);
  });
});
