import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { nodeProgram, removeProgram, run } from '../setup/node-program.ts';
import { order, post, Program } from './program.ts';
import { ORIGIN } from './setup.ts';

const program = new Program();

test('answers pipelined requests a few at a time, so that answers nobody reads do not pile up', async () => {
  const { url, child } = await program.serve({ LIMIO_LIMIT_READS: '100000/60' });
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

test('a large list that nobody reads is held once, however many ask for it', async () => {
  const stand = await nodeProgram('test/setup/programs/plain-limio.ts');
  const limio = run(stand, []);
  try {
    const tenant = await limio.line(/^http/);
    await fetch(`${tenant}/mood`, { method: 'PUT', body: JSON.stringify({ offers: 10_000 }) });
    const { url, child } = await program.serve({
      LIMIO_TENANT: tenant,
      LIMIO_LIMIT_READS: '100000/60',
      LIMIO_BUDGET: '60000',
    });
    const { length } = await (await fetch(`${url}/offers`)).text();
    expect(length).toBeGreaterThan(2e6);
    const kilobytes = () =>
      Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]);
    const before = kilobytes();
    const sockets = Array.from({ length: 60 }, () =>
      connect(Number(new URL(url).port), '127.0.0.1').setEncoding('latin1'),
    );
    // Each has the beginning of its answer, and reads no further.
    await Promise.all(
      sockets.map(async (socket) => {
        socket.write('GET /offers HTTP/1.1\r\nhost: a\r\n\r\n');
        expect(String((await once(socket, 'data'))[0])).toMatch(/^HTTP\/1.1 200 /);
        socket.pause();
      }),
    );
    expect((await (await fetch(`${url}/offers`)).text()).length).toBe(length);
    expect((kilobytes() - before) * 1000).toBeLessThan((60 * length) / 3);
    sockets.forEach((socket) => socket.destroy());
  } finally {
    limio.child.kill('SIGKILL');
    removeProgram(stand);
  }
});

test('hangs up on a client that never finishes its headers, and on one that never finishes its body', async () => {
  const { url } = await program.serve();
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
  // Node by itself waits for a minute.
  expect(performance.now() - startedAt).toBeLessThan(45_000);
});

test('hangs up on a body without end, and goes on', async () => {
  const { url } = await program.serve();
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

// prettier-ignore
const kept: Array<[variables: Record<string, string>, seconds: string]> = [
  [{},                         '5'],
  [{ LIMIO_KEEP_ALIVE: '65' }, '65'],
];
test.for(kept)(
  'an idle connection is kept as %o says, and closed at once when the process stops',
  async ([more, seconds]) => {
    const { url, child, ended } = await program.serve({ LIMIO_STOP_DELAY: '0', ...more });
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    const closed = once(socket, 'close');
    socket.write('GET /health/live HTTP/1.1\r\nhost: a\r\n\r\n');
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(answer.toString().toLowerCase()).toContain(`keep-alive: timeout=${seconds}\r\n`);
    child.kill('SIGTERM');
    await closed;
    expect((await ended).code).toBe(0);
  },
);
