import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { serveSandbox, type ServedSandbox } from '../../demo/sandbox/serve-sandbox.ts';
import { addBasket, NOON } from '../server/abandoned-setup.ts';
import { nodeProgram, removeProgram, run, type Running } from '../setup/node-program.ts';

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export let program: string;
beforeAll(async () => {
  program = await nodeProgram('src/cli.ts');
});
afterAll(() => removeProgram(program));

/** What came to the receiver, in order, checked by its signature. */
interface Received {
  id: string;
  body: string;
}

/** A receiver on a socket. */
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

export let limio: ServedSandbox;
export let folder: string;
/** How the receiver answers; it may answer by itself, and says so. */
export const scene = { onEvent: (_count: number, _response: ServerResponse): boolean => false };
export let receiver: Awaited<ReturnType<typeof startReceiver>>;
/** Instant the tests count from: baskets are made before it. */
let shift: number;
beforeEach(async () => {
  scene.onEvent = () => false;
  limio = await serveSandbox();
  folder = mkdtempSync(join(tmpdir(), 'abandoned-'));
  receiver = await startReceiver((count, response) => scene.onEvent(count, response));
  shift = Date.now() - NOON;
});
afterEach(async () => {
  receiver.close();
  await limio.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A basket that was made some minutes ago, under an `external_id` of its own or a given one. */
export function addOne(minutesAgo: number, externalId?: string): string {
  const id = addBasket(limio, minutesAgo, externalId ? { externalId } : {});
  const basket = limio.state.baskets.get(id)!;
  basket.createdAt += shift;
  basket.expiresAt += shift;
  return id;
}

/** Baskets that were made some minutes ago, in the order in which the list has them. */
export const addBaskets = (...minutesAgo: number[]): string[] => minutesAgo.map((minutes) => addOne(minutes));

export const file = (name = 'abandoned.json') => join(folder, name);

export const environment = () => ({
  LIMIO_TENANT: limio.origin,
  LIMIO_CLIENT_ID: 'sandbox',
  LIMIO_CLIENT_SECRET: 'sandbox-secret',
  LIMIO_SHOP: limio.origin,
  LIMIO_WEBHOOK_SECRET: secret,
});

export const start = (words: readonly string[] = ['--once']): Running =>
  run(
    program,
    ['abandoned', '--to', receiver.url, '--since', '2026-01-01', '--checkpoint', file(), '--json', ...words],
    environment(),
  );

export const ids = (baskets: readonly string[]) => baskets.map((id) => `basket_abandoned_${id}`);
