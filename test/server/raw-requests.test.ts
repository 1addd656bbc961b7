import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listen, type Listening } from '../../src/server/node/listen.ts';
import { checkout, ORIGIN, setup } from './setup.ts';

let server: Listening;
beforeAll(async () => {
  server = await listen(setup().backend, { port: 0 });
});
afterAll(() => server.close(0));

const BODY = JSON.stringify(checkout());
const LENGTH = `content-length: ${Buffer.byteLength(BODY)}\r\n`;
const POST = `POST /checkouts HTTP/1.1\r\nhost: a\r\norigin: ${ORIGIN}\r\ncontent-type: application/json\r\n`;
const chunk = `${BODY.length.toString(16)}\r\n${BODY}\r\n`;
const NEXT = 'GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n';
const many = (count: number) =>
  Array.from({ length: count }, (_, n) => `x-header-of-an-attacker-${n}: 1\r\n`).join('');

/** Sends some bytes, and gives the statuses that come back until the connection is closed. */
async function statusesOf(bytes: string): Promise<number[]> {
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
  let reply = '';
  socket.setEncoding('latin1').on('data', (text) => (reply += text));
  // It may be cut off while it still sends.
  socket.on('error', () => {});
  socket.write(bytes, 'latin1');
  await new Promise((resolve) => socket.on('close', resolve));
  return [...reply.matchAll(/HTTP\/1\.1 (\d{3})/g)].map(([, status]) => Number(status));
}

// prettier-ignore
const requests: Array<[what: string, bytes: string, statuses: number[]]> = [
  ['a health check in HTTP/1.0, which names no host, is answered',  'GET /health/live HTTP/1.0\r\n\r\n',                                  [200]],
  ['no host in HTTP/1.1 is refused',                                'GET /health/live HTTP/1.1\r\n\r\n',                                  [400]],
  ['a host that is none is refused',                                `GET /offers HTTP/1.1\r\nhost: a b\r\n\r\n${NEXT}`,                   [400, 200]],
  ['half a host is refused',                                        `GET /offers HTTP/1.1\r\nhost: [::1\r\n\r\n${NEXT}`,                  [400, 200]],
  ['an address of another host is answered as ours',                `GET http://elsewhere.test/health/live HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`, [200, 200]],
  ['a path that looks like a host is not found',                    `GET //elsewhere.test/offers HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`,     [404, 200]],
  ['broken escapes in a path are not found',                        `GET /%ZZ%00 HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`,                     [404, 200]],
  ['broken escapes in a filter find nothing',                       `GET /offers?label=%ZZ&path=%E0%A4%A HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`, [200, 200]],
  ['TRACE is not allowed',                                          `TRACE /offers HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`,                   [405, 200]],
  ['nobody is connected to another host',                           'CONNECT elsewhere.test:443 HTTP/1.1\r\nhost: elsewhere.test:443\r\n\r\n', []],
  ['a protocol that we do not speak is passed over',                `GET /health/live HTTP/1.1\r\nhost: a\r\nconnection: close, upgrade\r\nupgrade: websocket\r\n\r\n`, [200]],
  ['headers above 16 kB are refused',                               `GET /offers HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(17_000)}\r\n\r\n`, [431]],
  ['thousands of headers are refused',                              `GET /offers HTTP/1.1\r\nhost: a\r\n${many(800)}\r\n`,               [431]],
  ['two lengths are refused',                                       `${POST}${LENGTH}content-length: 1\r\n\r\n${BODY}`,                   [400]],
  ['a length and chunks are refused',                               `${POST}${LENGTH}transfer-encoding: chunked\r\n\r\n0\r\n\r\n`,        [400]],
  ['a length below zero is refused',                                `${POST}content-length: -1\r\n\r\n`,                                  [400]],
  ['a length that is too short gives no second request',            `${POST}content-length: ${BODY.length - 5}\r\n\r\n${BODY}`,           [400]],
  ['chunks that are none are refused',                              `${POST}transfer-encoding: chunked\r\n\r\nzz\r\n`,                    [400]],
  ['words beside a chunk are bounded',                              `${POST}transfer-encoding: chunked\r\n\r\n1;${'a'.repeat(17_000)}\r\na\r\n`, [413]],
  ['a promise of gigabytes is refused unread',                      `${POST}content-length: 9999999999\r\n\r\nabc`,                       [413]],
  ['an expectation that we cannot meet is refused',                 `GET /offers HTTP/1.1\r\nhost: a\r\nexpect: more\r\n\r\n${NEXT}`,      [417, 200]],
  ['what follows a checkout is answered after it',                  `${POST}${LENGTH}\r\n${BODY}${NEXT}`,                                 [200, 200]],
  ['what follows a checkout that is refused is no part of it',      `${POST.replace(ORIGIN, 'https://evil.test')}${LENGTH}\r\n${BODY}${NEXT}`, [403, 200]],
  ['a second origin is refused',                                    `${POST}origin: https://evil.test\r\n${LENGTH}\r\n${BODY}${NEXT}`,    [403, 200]],
  ['a body where none is expected is no second request',            `GET /offers HTTP/1.1\r\nhost: a\r\ncontent-length: ${NEXT.length}\r\n\r\n${NEXT}${NEXT}`, [200, 200]],
  ['a body for a route that is not there is no second request',     `POST /nothing HTTP/1.1\r\nhost: a\r\ncontent-length: 100000\r\n\r\n${'a'.repeat(100_000)}${NEXT}`, [404, 200]],
  ['ranges are passed over',                                        `GET /offers HTTP/1.1\r\nhost: a\r\nrange: bytes=0-0,0-0\r\n\r\n${NEXT}`, [200, 200]],
  ['letters of other alphabets do no harm',                         `GET /offers HTTP/1.1\r\nhost: a\r\nif-none-match: \xe9\xff\r\norigin: https://\xe9.test\r\n\r\n${NEXT}`, [200, 200]],
  ['a body is asked for where the caller waits for that',           `${POST}${LENGTH}expect: 100-continue\r\n\r\n${BODY}${NEXT}`,         [100, 200, 200]],
  ['a body that is too large is refused, though asked for',          `${POST}content-length: 99999\r\nexpect: 100-continue\r\n\r\n`,       [100, 413]],
  ['a body of another origin is refused, though asked for',          `${POST.replace(ORIGIN, 'https://evil.test')}${LENGTH}expect: 100-continue\r\n\r\n`, [100, 403]],
  ['a checkout in HTTP/1.0 is sold',                                `${POST.replace('1.1', '1.0')}${LENGTH}\r\n${BODY}`,                  [200]],
  ['chunks in HTTP/1.0 are refused',                                `${POST.replace('1.1', '1.0')}transfer-encoding: chunked\r\n\r\n0\r\n\r\n`, [400]],
  ['a checkout in chunks of a byte is sold',                        `${POST}transfer-encoding: chunked\r\n\r\n${[...BODY].map((byte) => `1\r\n${byte}\r\n`).join('')}0\r\n\r\n${NEXT}`, [200, 200]],
  ['what stands after the chunks is no header',                     `${POST.replace(ORIGIN, 'https://evil.test')}transfer-encoding: chunked\r\n\r\n${chunk}0\r\norigin: ${ORIGIN}\r\n\r\n${NEXT}`, [403, 200]],
  ['two equal lengths are refused',                                 `${POST}${LENGTH}${LENGTH}\r\n${BODY}`,                               [400]],
  ['a length with a sign is refused',                               `${POST}content-length: +5\r\n\r\n${BODY}`,                           [400]],
  ['a header that goes on in the next line is refused',             `GET /offers HTTP/1.1\r\nhost: a\r\nx: 1\r\n 2\r\n\r\n`,              [400]],
  ['a header with a zero byte is refused',                          `GET /offers HTTP/1.1\r\nhost: a\r\nx: a\0b\r\n\r\n`,                 [400]],
  ['a blank before a colon is refused',                             `${POST}content-length : 5\r\n\r\n${BODY}`,                           [400]],
  ['two types of one body are refused',                             `${POST}content-type: text/plain\r\n${LENGTH}\r\n${BODY}${NEXT}`,     [415, 200]],
  ['a packed body is refused',                                      `${POST}content-encoding: gzip\r\n${LENGTH}\r\n${BODY}${NEXT}`,       [415, 200]],
  ['the head of a list has no body that is taken for an answer',    `HEAD /offers HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`,                    [200, 200]],
  ['a question for no path is refused',                             `OPTIONS * HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`,                       [400, 200]],
  ['a method in small letters is none',                             `get /offers HTTP/1.1\r\nhost: a\r\n\r\n`,                            [400]],
  ['a path of 15 kB is not found',                                  `GET /${'a'.repeat(15_000)} HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`,      [404, 200]],
  ['HTTP/2 without warning is refused',                             'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',                                   [400]],
  ['TLS is refused',                                                '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03',                           [400]],
  ['a name and a password in the address do no harm',               `GET http://a:b@elsewhere.test/health/live HTTP/1.1\r\nhost: a\r\n\r\n${NEXT}`, [200, 200]],
];
test.for(requests)('%s', async ([, bytes, statuses]) => {
  expect(await statusesOf(bytes)).toEqual(statuses);
  expect((await fetch(`${server.url}/health/live`)).status).toBe(200);
});

test('customers who hang up in the middle leave everybody else alone', async () => {
  await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      const socket = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => {});
      await once(socket, 'connect');
      const bytes = `${POST}${LENGTH}\r\n${BODY.replace(/\d{6}/, String(100_000 + n))}`;
      socket.write(bytes.slice(0, n % 2 ? undefined : bytes.length - 20), () => socket.resetAndDestroy());
      await once(socket, 'close');
    }),
  );
  expect(await statusesOf(`${POST}${LENGTH}\r\n${BODY}${NEXT}`)).toEqual([200, 200]);
});

test('a customer who has said all, and waits with half a connection, is sold to', async () => {
  const socket = connect({ port: Number(new URL(server.url).port), host: '127.0.0.1', allowHalfOpen: true });
  socket.end(`${POST}${LENGTH}connection: close\r\n\r\n${BODY}`);
  let reply = '';
  for await (const text of socket.setEncoding('latin1')) reply += String(text);
  expect(reply).toMatch(/^HTTP\/1\.1 200 [^]*"url":"https:/);
});
