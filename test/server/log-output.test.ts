import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, createReadStream, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../../demo/free-port.ts';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { logOutput } from '../../src/server/node/log-output.ts';
import { nodeProgram, removeProgram } from '../setup/node-program.ts';
import { env, order, post } from './program.ts';

let path: string;
let limio: ServedSandbox;
beforeAll(async () => {
  path = await nodeProgram('src/cli.ts');
  limio = await serveSandbox();
});
afterAll(() => {
  removeProgram(path);
  return limio.close();
});

/** A backend whose standard output is this; whether it answers, and how it ends. */
async function served(stdout: 'pipe' | number, use: (url: string) => Promise<void>): Promise<number | null> {
  const port = String(await freePort());
  const variables = { LIMIO_TENANT: limio.origin, LIMIO_STOP_DELAY: '0', LIMIO_LIMIT_READS: '100000/60' };
  const child = spawn(process.execPath, [path, 'serve'], {
    stdio: ['ignore', stdout, 'inherit'],
    env: { PATH: process.env['PATH'] ?? '', ...env, ...variables, PORT: port },
  });
  const ended = once(child, 'exit') as Promise<[number | null]>;
  const url = `http://127.0.0.1:${port}`;
  try {
    const live = () => fetch(`${url}/health/live`).then((answer) => answer.status, String);
    await expect.poll(live).toBe(200);
    await use(url);
    child.kill('SIGTERM');
    return (await ended)[0];
  } finally {
    child.kill('SIGKILL');
  }
}

test('a disk that is full costs lines of the log, and neither a sale nor an end in order', async () => {
  const full = openSync('/dev/full', 'w');
  const code = await served(full, async (url) => {
    for (let n = 0; n < 3; n++) expect((await post(url, order())).status).toBe(200);
  });
  closeSync(full);
  expect(code).toBe(0);
});

test('a log that nobody reads holds up nobody', async () => {
  const code = await served('pipe', async (url) => {
    // More than a pipe holds.
    const longName = `x`.repeat(100);
    for (let n = 0; n < 600; n++) await (await fetch(`${url}/${longName}`)).arrayBuffer();
    expect((await post(url, order())).status).toBe(200);
  });
  expect(code).toBe(0);
});

test('lines that nobody took are counted, and the count is told before what comes next', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'limio-offers-log-'));
  const fifo = join(folder, 'log');
  execFileSync('mkfifo', [fifo]);
  const fd = openSync(fifo, constants.O_RDWR | constants.O_NONBLOCK);
  const output = logOutput(fd);
  const line = (n: number) => `${JSON.stringify({ n, filler: 'f'.repeat(1000) })}\n`;
  // 6 MB, of which 4 wait.
  for (let n = 0; n < 6000; n++) output.write(line(n));
  const reading = createReadStream(fifo);
  const read: string[] = [];
  let text = '';
  reading.setEncoding('utf8').on('data', (chunk) => {
    const lines = (text += chunk).split('\n');
    text = lines.pop()!;
    read.push(...lines);
  });
  await output.flush(30_000);
  output.write(line(6000));
  await expect.poll(() => read.at(-1)).toContain('"n":6000');
  const told = read.map((each) => JSON.parse(each) as { n?: number; event?: string; count?: number });
  const lost = told.find(({ event }) => event === 'lines lost');
  expect(lost?.count).toBe(6001 - told.filter(({ n }) => n !== undefined).length);
  expect(lost?.count).toBeGreaterThan(1000);
  reading.destroy();
  closeSync(fd);
  rmSync(folder, { recursive: true });
});
