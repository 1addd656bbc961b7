import {
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  watch as watchFolder,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { abandoned } from '../../src/commands/abandoned.ts';
import { addBasket, NOON } from '../server/abandoned-setup.ts';
import { nodeProgram, removeProgram, run, type Running } from '../setup/node-program.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

let program: string;
beforeAll(async () => {
  program = await nodeProgram('src/cli.ts');
});
afterAll(() => removeProgram(program));

/** What came to the receiver, in order, checked by its signature. */
interface Received {
  id: string;
  body: string;
}

/** A receiver on a socket. `onEvent` may answer in its own way, and says so. */
async function startReceiver(onEvent: (count: number, response: ServerResponse) => boolean) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    new Webhook(secret).verify(body, request.headers as Record<string, string>);
    received.push({ id: String(request.headers['webhook-id']), body });
    if (!onEvent(received.length, response)) response.writeHead(204).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { received, url, close: () => (server.closeAllConnections(), server.close()) };
}

let limio: ServedSandbox;
let folder: string;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
let onEvent: (count: number, response: ServerResponse) => boolean;
/** Instant the tests count from: baskets are made before it. */
let shift: number;
beforeEach(async () => {
  onEvent = () => false;
  limio = await serveSandbox();
  folder = mkdtempSync(join(tmpdir(), 'abandoned-'));
  receiver = await startReceiver((count, response) => onEvent(count, response));
  shift = Date.now() - NOON;
});
afterEach(async () => {
  receiver.close();
  await limio.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Baskets that were made some minutes ago, in the order in which the list has them. */
const addBaskets = (...minutesAgo: number[]): string[] =>
  minutesAgo.map((minutes) => {
    const id = addBasket(limio, minutes);
    const basket = limio.state.baskets.get(id)!;
    basket.createdAt += shift;
    basket.expiresAt += shift;
    return id;
  });

const file = (name = 'abandoned.json') => join(folder, name);

const environment = () => ({
  LIMIO_TENANT: limio.origin,
  LIMIO_CLIENT_ID: 'sandbox',
  LIMIO_CLIENT_SECRET: 'sandbox-secret',
  LIMIO_SHOP: limio.origin,
  LIMIO_WEBHOOK_SECRET: secret,
});

const start = (words: readonly string[] = ['--once']): Running =>
  run(
    program,
    ['abandoned', '--to', receiver.url, '--since', '2026-01-01', '--checkpoint', file(), '--json', ...words],
    environment(),
  );

const ids = (baskets: readonly string[]) => baskets.map((id) => `basket_abandoned_${id}`);

test('tells what was left behind, once, and keeps how far it got where only its owner reads it', async () => {
  const baskets = addBaskets(200, 70, 90, 30);
  const { ended, lines } = start();
  expect(await ended).toEqual({ code: 0, errors: '' });
  expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
    { event: 'round', isStandby: false, told: 3, passedOver: 0, undeliverable: 0 },
  ]);
  expect(receiver.received.map(({ id }) => id)).toEqual(ids(baskets.slice(0, 3)));
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  expect(existsSync(file('abandoned.json.lock'))).toBe(false);

  expect((await start().ended).code).toBe(0);
  expect(receiver.received).toHaveLength(3);
});

test('keeps what is refused in a file that only its owner reads, and goes on', async () => {
  const baskets = addBaskets(200, 90);
  onEvent = (count, response) => count <= 3 && !!response.writeHead(422, { 'retry-after': '0' }).end();
  expect((await start(['--once', '--dead-letters', file('dead.jsonl')]).ended).code).toBe(0);
  const [refused, next] = ids(baskets);
  expect(receiver.received.map(({ id }) => id)).toEqual([refused, refused, refused, next]);
  const [line] = readFileSync(file('dead.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((text) => JSON.parse(text) as object);
  expect(line).toMatchObject({
    why: expect.stringContaining('422') as string,
    event: { id: ids(baskets)[0] },
  });
  expect(statSync(file('dead.jsonl')).mode & 0o777).toBe(0o600);
});

test('goes on watching, tells what comes to be old enough, and ends in order when it is told to', async () => {
  const [first] = addBaskets(200);
  const { child, line, ended } = start(['--idle', '1', '--every', '1', '--page-size', '1', '--rate', '6000']);
  await line(/"round"/);
  expect(receiver.received.map(({ id }) => id)).toEqual(ids([first!]));
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect(existsSync(file('abandoned.json.lock'))).toBe(false);
});

test('a second reader of the same file stands by; the lock of a dead one is taken over', async () => {
  addBaskets(200);
  writeFileSync(file('abandoned.json.lock'), String(process.pid));
  const second = start();
  expect((await second.ended).code).toBe(0);
  expect(JSON.parse(second.lines[0]!)).toMatchObject({ isStandby: true, told: 0 });

  const gone = run(program, ['--version']);
  await gone.ended;
  writeFileSync(file('abandoned.json.lock'), String(gone.child.pid));
  const third = start();
  expect((await third.ended).code).toBe(0);
  expect(JSON.parse(third.lines[0]!)).toMatchObject({ isStandby: false, told: 1 });
});

test('where the receiver is down, a single look ends with 1 and keeps nothing', async () => {
  addBaskets(200);
  onEvent = (_, response) => !!response.writeHead(503, { 'retry-after': '0' }).end();
  const { ended, lines } = start();
  expect((await ended).code).toBe(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ event: 'failed', code: 'delivery_failed' });
  expect(existsSync(file())).toBe(false);
});

// prettier-ignore
const mistakes: Array<[what: string, options: Record<string, string>, env: Record<string, string>, told: RegExp]> = [
  ['no address',                   { to: '' },                      {},                                     /no https address/],
  ['no secret',                    {},                              { LIMIO_WEBHOOK_SECRET: '' },           /LIMIO_WEBHOOK_SECRET/],
  ['a short secret',               {},                              { LIMIO_WEBHOOK_SECRET: 'whsec_YQ==' }, /24 to 64 bytes/],
  ['an address that is no https',  { to: 'http://crm.example.com' }, {},                                    /no https address/],
  ['a date that is none',          { since: '1 May' },              {},                                     /--since/],
  ['a time that is none',          { idle: 'long' },                {},                                     /--idle/],
  ['no time at all',               { idle: '0' },                   {},                                     /--idle/],
  ['a page that is too long',      { 'page-size': '201' },          {},                                     /--page-size/],
  ['a type that is none',          { types: 'leads' },              {},                                     /--types.*basket\.abandoned/],
  ['Redis without an address',     { checkpoint: 'redis' },         {},                                     /REDIS_URL/],
  ['a folder that is not there',   { checkpoint: '/nowhere/abandoned.json' }, {},                           /\/nowhere\/abandoned\.json/],
  ['a tenant that is missing',     {},                              { LIMIO_TENANT: '' },                   /LIMIO_TENANT/],
  ['wrong credentials',            {},                              { LIMIO_CLIENT_SECRET: 'wrong' },       /credentials/],
];
test.for(mistakes)('%s is said, and nothing is told', async ([, options, env, told]) => {
  addBaskets(200);
  const call = {
    options: { to: receiver.url, since: '2026-01-01', checkpoint: file(), once: true, ...options },
    env: { ...environment(), ...env },
    write: () => {},
  };
  await expect(abandoned.run(call)).rejects.toThrow(told);
  expect(receiver.received).toEqual([]);
});

test('a checkpoint that cannot be read is said, and not begun anew', async () => {
  addBaskets(200);
  writeFileSync(file(), '{"createdAfter":"20');
  const { ended } = start();
  expect(await ended).toMatchObject({ code: 2, errors: expect.stringContaining('abandoned.json') as string });
  expect(receiver.received).toEqual([]);
  expect(readFileSync(file(), 'utf8')).toBe('{"createdAfter":"20');
});

describe('killed at any point (kill -9)', () => {
  const PAGE = 3;
  const words = ['--once', '--page-size', String(PAGE), '--rate', '6000'];

  /** Runs it to its end, which must be a good one; what was received must be all, and each double the same. */
  async function finish(baskets: readonly string[], kills: number) {
    expect((await start(words).ended).code).toBe(0);
    const { received } = receiver;
    expect(new Set(received.map(({ id }) => id))).toEqual(new Set(ids(baskets)));
    expect(received.length).toBeLessThanOrEqual(baskets.length + kills * PAGE);
    for (const { id, body } of received)
      expect(withoutLink(body)).toBe(withoutLink(received.find((first) => first.id === id)!.body));
  }
  /** Limio signs each link anew. */
  const withoutLink = (body: string) => body.replace(/recover=[^"]*/, '');

  test('before and after each answer of the receiver', async () => {
    const baskets = addBaskets(500, 70, 90, 300, 80, 200, 100);
    let kills = 0;
    for (let n = 1; n <= 2 * baskets.length; n++) {
      const { child, ended } = start(words);
      const begin = receiver.received.length;
      onEvent = (count, response) => {
        if (count - begin < 2) return false;
        // The second event of each run: every other time it has been answered.
        const kill = () => child.kill('SIGKILL');
        if (n % 2) kill();
        else response.writeHead(204).end(kill);
        return true;
      };
      if ((await ended).code === 0) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(4);
    onEvent = () => false;
    await finish(baskets, kills);
  }, 60_000);

  test('while it keeps its checkpoint, before and after the new one is in its place', async () => {
    const baskets = addBaskets(500, 70, 90, 300, 80, 200, 100);
    let kills = 0;
    for (let n = 0; n < 8; n++) {
      const { child, ended } = start(words);
      const name = n % 2 ? 'abandoned.json' : 'abandoned.json.next';
      const watcher = watchFolder(folder, (_, changed) => changed === name && child.kill('SIGKILL'));
      const { code } = await ended;
      watcher.close();
      if (code === 0) break;
      kills++;
    }
    expect(kills).toBeGreaterThan(1);
    await finish(baskets, kills);
  }, 60_000);

  test('while it waits for a page', async () => {
    const baskets = addBaskets(500, 70, 90, 300, 80, 200, 100);
    limio.use('slow=5000@abandonedBaskets');
    const { child, ended } = start(words);
    await expect.poll(() => limio.log.some(({ operation }) => operation === 'abandonedBaskets')).toBe(true);
    child.kill('SIGKILL');
    await ended;
    limio.use('happy');
    await finish(baskets, 1);
  });
});
