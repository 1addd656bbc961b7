import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { limioClient } from '../../src/limio/client.ts';
import type { CallMetrics } from '../../src/limio/transport/call-metrics.ts';

const withCode = (code: string) => Object.assign(new Error(code), { code });

/** What `fetch` of each runtime throws; tried on Node 20, Deno 2.9, Bun 1.4, and as Cloudflare documents it. */
// prettier-ignore
const thrown: Array<[what: string, error: Error, asked: number]> = [
  ['a reset on Node',             new TypeError('fetch failed', { cause: withCode('ECONNRESET') }),     2],
  ['an end on Node',              new TypeError('fetch failed', { cause: withCode('UND_ERR_SOCKET') }), 2],
  ['a reset on Deno',             new TypeError('fetch failed', { cause: new Error('Connection reset by peer (os error 104)') }), 2],
  ['a reset on Bun',              withCode('ECONNRESET'),                                               2],
  ['a lost connection on workerd', new Error('Network connection lost.'),                               2],
  ['a name that is not known',    new TypeError('fetch failed', { cause: withCode('ENOTFOUND') }),      1],
  ['a port that is closed on Bun', withCode('ECONNREFUSED'),                                            1],
];
test.for(thrown)('after %s a token is asked for as often as it makes sense', async ([, error, asked]) => {
  let count = 0;
  const client = limioClient({
    tenant: 'acme.prod.limio.com',
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    fetch: () => (count++, Promise.reject(error)),
  });
  await expect(client.authorize({ signal: AbortSignal.timeout(10_000) })).rejects.toMatchObject({
    code: 'upstream_unavailable',
  });
  expect(count).toBe(asked);
});

test('a token that Limio cannot give is not asked for again at once', async () => {
  let count = 0;
  const client = limioClient({
    tenant: 'acme.prod.limio.com',
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    fetch: async () => (count++, new Response('', { status: 503 })),
  });
  await expect(client.authorize({ signal: AbortSignal.timeout(10_000) })).rejects.toMatchObject({
    code: 'upstream_unavailable',
  });
  expect(count).toBe(1);
});

// prettier-ignore
const lost: Array<[behaviour: string, broken: number, code: string | undefined, asked: number]> = [
  ['once is asked for once more',   1, undefined,              2],
  ['each time is not asked for long', 9, 'upstream_unavailable', 2],
];
test.for(lost)('a token whose connection breaks %s', async ([, broken, code, asked]) => {
  const calls: CallMetrics[] = [];
  let count = 0;
  const server = createServer((request, response) => {
    if (++count <= broken) request.socket.resetAndDestroy();
    else
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end('{"access_token":"t","token_type":"Bearer"}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const client = limioClient({
    tenant: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    credentials: () => ({ clientId: 'id', clientSecret: 'secret' }),
    onCall: (call) => calls.push(call),
  });
  const end = await client.authorize({ signal: AbortSignal.timeout(10_000) }).catch(String);
  expect(end === undefined).toBe(code === undefined);
  expect(calls).toEqual([expect.objectContaining({ operation: 'token', attempts: asked })]);
  expect(calls[0]!.code).toBe(code);
  expect(count).toBe(asked);
});
