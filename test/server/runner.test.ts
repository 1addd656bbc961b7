import { connect } from 'node:net';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { readEnvironment } from '../../src/server/node/environment.ts';
import { VARIABLES } from '../../src/server/node/variables.ts';
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
    expect(redis).toEqual({ url: 'redis://redis.test', timeout: 800 });
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
    ['LIMIO_EXPIRES_MINUTES',    'canary'],
    ['LIMIO_BASE_PATH',          'canary'],
    ['LIMIO_PROXIES',            '-1'],
    ['LIMIO_BUDGET',             '99'],
    ['LIMIO_CONTEXT_SECRET',     'canary'],
    ['LIMIO_CONTEXT_JWKS',       'http://canary.test'],
    ['REDIS_URL',                'canary'],
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
  const started: Running[] = [];

  beforeAll(async () => {
    program = await nodeProgram('src/cli.ts');
    limio = await serveSandbox();
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
    ['says how it is used',                          [],                 {},                                          /limio-offers serve/,       2],
    ['does not guess at a command',                  ['start'],          {},                                          /limio-offers serve/,       2],
    ['does not guess at an option',                  ['serve', '--prot'], {},                                         /--prot/,                   1],
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
    const { url, child, ended, line } = await serving({ LIMIO_BUDGET: '20000' });
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
