import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { inTime } from '../setup/in-time.ts';
import { limioClient } from '../../src/limio/client.ts';

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

async function listen(handler: Handler): Promise<string> {
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk)).on('end', () => handler(request, response, body));
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const json = { 'content-type': 'application/json' };
const order = {
  orderItems: [{ offer: { id: 'a', version: 'b' } }],
  external_id: 'attempt-1',
  country: 'DE',
  source: 'shop',
  order_type: 'new' as const,
};
const good = JSON.stringify({ id: 'b', recoveryLink: '/api/checkout/recover?x', order: {} });
const PACKED = gzipSync(good);
/** A good answer, but for its length. */
const BOMB = gzipSync(good + ' '.repeat(12e6), { level: 9 });
const BROTLI_BOMB = brotliCompressSync(good + ' '.repeat(12e6), {
  params: { [constants.BROTLI_PARAM_QUALITY]: 4 },
});

/** Time for a call whose answer comes, on a machine that is busy with others, in milliseconds. */
const PATIENCE_MS = 10_000;

/** A client of a server that gives out tokens and leaves the rest to the test. */
async function setup(handler: Handler, budget = PATIENCE_MS) {
  const seen: { path: string; body: string; closed: Promise<void> }[] = [];
  const tenant = await listen((request, response, body) => {
    if (request.url === '/oauth2/token')
      return void response
        .writeHead(200, json)
        .end('{"access_token":"t","token_type":"Bearer","expires_in":3600}');
    if (request.url!.startsWith('/api/offers')) return void response.writeHead(200, json).end('{"items":[]}');
    const closed = new Promise<void>((resolve) => response.once('close', resolve));
    seen.push({ path: request.url!, body, closed });
    handler(request, response, body);
  });
  const client = limioClient({
    tenant,
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    random: () => 0,
  });
  // The token is there already, so that the budget is all for the call.
  await client.listOffers({}, { signal: AbortSignal.timeout(5000) }).next();
  const initiate = (signal = new AbortController().signal) =>
    client.initiateCheckout({ order }, { signal, deadline: Date.now() + budget });
  return { client, initiate, seen };
}

// prettier-ignore
const faults: Array<[behaviour: string, handler: Handler, code: string, attempts: number]> = [
  ['never answers',               () => {},                                                               'upstream_timeout', 1],
  ['sends headers and no body',   (_, response) => void response.writeHead(200, json).flushHeaders(),     'upstream_timeout', 1],
  ['stalls within the body',      (_, response) => void response.writeHead(200, json).write('{"id":'),    'upstream_timeout', 1],
  ['drips a byte now and then',   (_, response) => { response.writeHead(200, json); const drip = setInterval(() => response.write(' '), 20); response.once('close', () => clearInterval(drip)); }, 'upstream_timeout', 1],
  ['hangs up',                    (request) => void request.socket.destroy(),                             'upstream_unavailable', 2],
  ['resets the connection',       (request) => void request.socket.resetAndDestroy(),                     'upstream_unavailable', 2],
  ['hangs up within the body',    (request, response) => { response.writeHead(200, { ...json, 'content-length': 100 }); response.write('{"id":', () => request.socket.destroy()); }, 'upstream_unavailable', 2],
  ['answers with a web page',     (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>'), 'upstream_invalid', 2],
  ['answers with no type',        (_, response) => void response.writeHead(200).end(good),                'upstream_invalid', 2],
  ['answers with a script',       (_, response) => void response.writeHead(200, { 'content-type': 'application/jsonp' }).end(good), 'upstream_invalid', 2],
  ['answers with broken JSON',    (_, response) => void response.writeHead(200, json).end('{"id":'),      'upstream_invalid', 2],
  ['answers with a bomb',         (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(BOMB), 'upstream_invalid', 1],
  ['answers with a bomb in brotli', (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'br' }).end(BROTLI_BOMB), 'upstream_invalid', 1],
  ['answers with a bomb in a bomb', (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip, gzip' }).end(gzipSync(BOMB)), 'upstream_invalid', 1],
  ['gives hints for ever',        ({ socket }) => { const hints = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 20); socket.once('close', () => clearInterval(hints)); }, 'upstream_timeout', 1],
  ['promises more than it sends', ({ socket }) => void socket.write(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${good.length + 5}\r\n\r\n${good}`), 'upstream_timeout', 1],
  ['breaks off what is packed',   (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(PACKED.subarray(0, -12)), 'upstream_invalid', 2],
  ['says packed of what is not',  (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip' }).end(good), 'upstream_unavailable', 2],
  ['answers with another shape',  (_, response) => void response.writeHead(200, json).end('{"id":1}'),    'upstream_invalid', 1],
  ['leaves out the link',         (_, response) => void response.writeHead(200, json).end('{"id":"b","order":{}}'), 'upstream_invalid', 1],
  ['answers with nothing',        (_, response) => void response.writeHead(204).end(),                    'upstream_invalid', 2],
  ['answers with no number',      (_, response) => void response.writeHead(200, json).end('{"id":NaN}'),  'upstream_invalid', 2],
  ['answers with a list',         (_, response) => void response.writeHead(200, json).end(`[${good}]`),   'upstream_invalid', 1],
  ['answers with two documents',  (_, response) => void response.writeHead(200, json).end(good + good),   'upstream_invalid', 2],
  ['has endless headers',         (_, response) => { response.writeHead(200, { ...json, 'x-more': 'a'.repeat(20_000) }).end(good); }, 'upstream_unavailable', 2],
  ['speaks no HTTP',              ({ socket }) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'),             'upstream_unavailable', 2],
  ['says two lengths',            ({ socket }) => void socket.end(`HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\ncontent-length: 9\r\n\r\n${good}`), 'upstream_unavailable', 2],
  ['breaks off its chunks',       ({ socket }) => void socket.end('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{"id"'), 'upstream_unavailable', 2],
  ['packs as we cannot unpack',   (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'x-own' }).end(PACKED), 'upstream_invalid', 2],
];
test.for(faults)('a Limio that %s is given up within the budget', async ([, handler, code, attempts]) => {
  const budget = code === 'upstream_timeout' ? 400 : PATIENCE_MS;
  const { initiate, seen } = await setup(handler, budget);
  const outcome = initiate().catch((error: unknown) => error);
  expect(await inTime(budget + 600, outcome)).toMatchObject({ name: 'LimioError', code });
  expect(seen).toHaveLength(attempts);
  // The sockets are let go of, not only the promise.
  for (const { closed } of seen) await closed;
});

test('a Limio that is not there is given up at once', async () => {
  const tenant = await listen(() => {});
  running.at(-1)!.close();
  const client = limioClient({ tenant, credentials: () => ({ clientId: 'id', clientSecret: 'secret' }) });
  const call = client.initiateCheckout({ order }, { signal: AbortSignal.timeout(5000) });
  await expect(call).rejects.toMatchObject({ code: 'upstream_unavailable' });
});

test('a host that does not exist is given up', async () => {
  const client = limioClient({
    tenant: 'limio.invalid',
    credentials: () => ({ clientId: 'id', clientSecret: 's' }),
  });
  const call = client.initiateCheckout({ order }, { signal: AbortSignal.timeout(5000) });
  await expect(call).rejects.toMatchObject({ code: 'upstream_unavailable' });
});

test.for([301, 302, 303, 307, 308])('a redirect by %i is refused and nothing is sent on', async (status) => {
  let stolen = 0;
  const elsewhere = await listen((_, response) => (stolen++, void response.writeHead(200, json).end(good)));
  const { initiate, seen } = await setup(
    (_, response) => void response.writeHead(status, { location: elsewhere }).end(),
  );
  await expect(initiate()).rejects.toMatchObject({ code: 'upstream_invalid' });
  expect(stolen).toBe(0);
  expect(seen).toHaveLength(2);
});

test('a reply that says it is too large is not read', async () => {
  const { initiate, seen } = await setup((_, response) => {
    response.writeHead(200, { ...json, 'content-length': 7 * 2 ** 20 }).flushHeaders();
  });
  await expect(initiate()).rejects.toMatchObject({ code: 'upstream_invalid', message: /6 MB/ });
  await seen[0]!.closed;
});

test('a reply of 200 megabytes is cut off, however it is announced', async () => {
  const sent = { bytes: 0 };
  const { initiate, seen } = await setup((_, response) => {
    response.writeHead(200, json).write('["');
    const filling = 'x'.repeat(2 ** 16);
    const more = () => {
      while (!response.destroyed && sent.bytes < 200 * 2 ** 20) {
        sent.bytes += filling.length;
        if (!response.write(filling)) return void response.once('drain', more);
      }
      response.end('"]');
    };
    more();
  });
  await expect(initiate()).rejects.toMatchObject({ code: 'upstream_invalid', message: /6 MB/ });
  await seen[0]!.closed;
  expect(sent.bytes).toBeLessThan(50 * 2 ** 20);
});

test('a caller who leaves closes the socket, and that is no fault of Limio', async () => {
  const leaving = new AbortController();
  const { initiate, seen, client } = await setup(() => leaving.abort());
  await expect(initiate(leaving.signal)).rejects.toMatchObject({ code: 'cancelled' });
  await seen[0]!.closed;
  expect(client.health().open).toEqual([]);
});

test('a signal that has fired already sends nothing', async () => {
  const { initiate, seen } = await setup(() => {});
  await expect(initiate(AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  expect(seen).toEqual([]);
});

test('a deadline that has passed sends nothing', async () => {
  const { initiate, seen } = await setup(() => {}, -1);
  await expect(initiate()).rejects.toMatchObject({ code: 'upstream_timeout' });
  expect(seen).toEqual([]);
});

test.for(['application/json; charset=utf-8', 'Application/JSON', 'application/hal+json'])(
  'an answer of type %s is read',
  async (type) => {
    const { initiate } = await setup(
      (_, response) => void response.writeHead(200, { 'content-type': type }).end(good),
    );
    expect(await initiate()).toMatchObject({ id: 'b' });
  },
);

test('the one retry of an attempt whose end is unknown is the very same request', async () => {
  const requests: number[] = [];
  const { initiate, seen } = await setup((request, response) => {
    if (requests.push(1) === 1) request.socket.destroy();
    else response.writeHead(200, json).end(good);
  }, 5000);
  expect(await initiate()).toMatchObject({ id: 'b' });
  expect(seen).toHaveLength(2);
  expect(seen[1]!.body).toBe(seen[0]!.body);
  expect(JSON.parse(seen[1]!.body)).toMatchObject({ order: { external_id: 'attempt-1' } });
});

const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n';

// prettier-ignore
const odd: Array<[behaviour: string, handler: Handler]> = [
  ['begins with a mark of its byte order', (_, response) => void response.writeHead(200, json).end(`\uFEFF${good}`)],
  ['names a field twice',                  (_, response) => void response.writeHead(200, json).end(good.replace('{', '{"id":"other",'))],
  ['nests what nobody reads 100,000 deep', (_, response) => void response.writeHead(200, json).end(good.replace('{', `{"more":${'['.repeat(100_000)}${']'.repeat(100_000)},`))],
  ['sets a prototype',                     (_, response) => void response.writeHead(200, json).end(good.replace('{', '{"__proto__":{"id":"other"},'))],
  ['gives hints first',                    (_, response) => response.writeEarlyHints({ link: '</a.css>; rel=preload' }, () => response.writeHead(200, json).end(good))],
  ['gives a hundred hints first',          ({ socket }) => void socket.end(`${'HTTP/1.1 103 Early Hints\r\nlink: </a.css>\r\n\r\n'.repeat(100)}${head}content-length: ${good.length}\r\n\r\n${good}`)],
  ['packs what it has packed',             (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'gzip, gzip' }).end(gzipSync(PACKED))],
  ['says that it has packed nothing',      (_, response) => void response.writeHead(200, { ...json, 'content-encoding': 'identity' }).end(good)],
  ['speaks HTTP/1.0, without a length',    ({ socket }) => void socket.end(`HTTP/1.0 200 OK\r\ncontent-type: application/json\r\n\r\n${good}`)],
  ['sends headers after its chunks',       ({ socket }) => void socket.end(`${head}transfer-encoding: chunked\r\n\r\n${good.length.toString(16)}\r\n${good}\r\n0\r\nx: 1\r\n\r\n`)],
  ['names its type twice',                 ({ socket }) => void socket.end(`${head}content-type: application/json\r\ncontent-length: ${good.length}\r\n\r\n${good}`)],
  ['closes half of the connection',        ({ socket }) => { socket.write(`${head}content-length: ${good.length}\r\n\r\n`); setTimeout(() => socket.end(good), 20); }],
  ['sends a byte at a time',               (_, response) => { response.writeHead(200, json); for (const byte of good) response.write(byte); response.end(); }],
];
test.for(odd)('a Limio that %s is understood', async ([, handler]) => {
  const { initiate } = await setup(handler);
  expect(await initiate()).toMatchObject({ id: JSON.parse(good).id as string });
});

test('a basket that is named by a number is handed out', async () => {
  const { initiate } = await setup(
    (_, response) => void response.writeHead(200, json).end(good.replace('"b"', '12')),
  );
  expect(await initiate()).toMatchObject({ id: '12' });
});
