import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { abandoned } from '../../src/commands/abandoned.ts';
import { quoteIdOf, renewalIdOf } from '../../src/server.ts';
import { run } from '../setup/node-program.ts';
import {
  addBaskets,
  addOne,
  environment,
  file,
  folder,
  ids,
  limio,
  program,
  receiver,
  scene,
  start,
} from './abandoned-scene.ts';

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

test('knows quotes and renewals of ours, and of somebody else by how their ids begin', async () => {
  const named = addOne(90, 'Q-17');
  limio.state.baskets.get(named)!.tracking = { limioOffers: 'quote' };
  const others = ['cpq-1', 'ren-1', 'web-1', quoteIdOf('Q-1'), renewalIdOf('R-1')].map((id) =>
    addOne(90, id),
  );
  const words = ['--once', '--quote-prefix', 'cpq-', '--renewal-prefix', 'ren-'];
  expect((await start(words).ended).code).toBe(0);
  const types = [
    'quote_open',
    'quote_open',
    'renewal_open',
    'basket_abandoned',
    'quote_open',
    'renewal_open',
  ];
  const told = [named, ...others];
  expect(receiver.received.map(({ id }) => id)).toEqual(told.map((id, n) => `${types[n]}_${id}`));
});

test('keeps what is refused in a file that only its owner reads, and goes on', async () => {
  const baskets = addBaskets(200, 90);
  scene.onEvent = (count, response) => count <= 3 && !!response.writeHead(422, { 'retry-after': '0' }).end();
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

test('a look once a night tells what was bought after it had been told as left behind, as the document has it', async () => {
  const document = readFileSync('docs/abandoned-baskets.md', 'utf8');
  const recipe = /<!-- recipe: sweep -->\n```sh\n([^]*?)\n```/.exec(document)![1]!;
  const night = async () => {
    const script = `npx() { shift; "${process.execPath}" "${resolve(program)}" "$@"; }\n${recipe.replace('https://crm.example.com/limio', receiver.url)}`;
    await promisify(execFile)('bash', ['-euc', script], {
      cwd: folder,
      env: { ...process.env, ...environment() },
    });
  };
  const [left, bought] = [addOne(90), addOne(90, quoteIdOf('Q-9'))];
  await start().ended;
  limio.state.baskets.get(bought)!.isCompleted = true;
  await night();
  await night();
  expect(receiver.received.map(({ id }) => id)).toEqual([
    `basket_abandoned_${left}`,
    `quote_open_${bought}`,
    `quote_completed_${bought}`,
    `quote_completed_${bought}`,
  ]);
});

describe('what was refused', () => {
  const resend = () => start(['--resend']);
  /** Two dead letters, made as they come about. */
  async function refused() {
    const baskets = addBaskets(200, 90);
    scene.onEvent = (_, response) => !!response.writeHead(422, { 'retry-after': '0' }).end();
    await start().ended;
    receiver.received.length = 0;
    return ids(baskets);
  }
  const dead = () =>
    existsSync(file('abandoned.dead.jsonl')) ? readFileSync(file('abandoned.dead.jsonl'), 'utf8') : '';

  test('is told once more when the receiver has been mended, with the same id', async () => {
    const letters = await refused();
    scene.onEvent = () => false;
    const { ended, lines } = resend();
    expect(await ended).toEqual({ code: 0, errors: '' });
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      { event: 'resent', told: 2, undeliverable: 0 },
    ]);
    expect(receiver.received.map(({ id }) => id)).toEqual(letters);
    expect(dead()).toBe('');
    expect((await resend().ended).code).toBe(2);
  });

  test('and is refused again, is kept again', async () => {
    const [first, second] = await refused();
    scene.onEvent = (count, response) =>
      count <= 3 && !!response.writeHead(422, { 'retry-after': '0' }).end();
    const { ended, lines } = resend();
    expect((await ended).code).toBe(1);
    expect(JSON.parse(lines[0]!)).toEqual({ event: 'resent', told: 1, undeliverable: 1 });
    expect(dead()).toContain(first);
    expect(dead()).not.toContain(second);
  });

  test('stays where the receiver cannot be reached, and after a crash', async () => {
    const letters = await refused();
    scene.onEvent = (_, response) => !!response.writeHead(503, { 'retry-after': '0' }).end();
    expect((await resend().ended).code).toBe(1);
    for (const letter of letters) expect(dead()).toContain(letter);

    receiver.received.length = 0;
    scene.onEvent = (count) => count === 2;
    const dying = resend();
    await vi.waitFor(() => expect(receiver.received).toHaveLength(2), 20_000);
    dying.child.kill('SIGKILL');
    await dying.ended;
    scene.onEvent = () => false;
    expect((await resend().ended).code).toBe(0);
    expect(new Set(receiver.received.map(({ id }) => id))).toEqual(new Set(letters));
    expect(dead()).toBe('');
  });
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
  scene.onEvent = (_, response) => !!response.writeHead(503, { 'retry-after': '0' }).end();
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
    words: [],
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
  expect(await ended).toMatchObject({ code: 1, errors: expect.stringContaining('abandoned.json') as string });
  expect(receiver.received).toEqual([]);
  expect(readFileSync(file(), 'utf8')).toBe('{"createdAfter":"20');
});
