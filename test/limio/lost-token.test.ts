import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { limioClient } from '../../src/limio/client.ts';
import type { CallMetrics } from '../../src/limio/transport/call-metrics.ts';

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
