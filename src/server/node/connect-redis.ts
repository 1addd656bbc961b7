import { setTimeout as pause } from 'node:timers/promises';
import { LimioError } from '../../core/errors/limio-error.ts';
import { causeOf, NOT_CONNECTED } from '../state/allowance.ts';
import { redisState } from '../state/redis-state.ts';
import type { BackendState } from '../state/state.ts';

/** Where Redis is, and how many milliseconds it may cost a request. */
export interface RedisConnection {
  /** One address; several are nodes of a cluster. */
  urls: readonly string[];
  timeout: number;
}

/** How long it is left alone after it could not be reached, in milliseconds. */
const PAUSE_MS = 1000;

/** How long all nodes of a cluster may take to be reached, in milliseconds. */
const ATTEMPT_MS = 10_000;

/**
 * Connects to Redis, or to a cluster of it. It is brought along by whoever uses it, so it is looked for only
 * when it is asked for. A Redis that cannot be reached is passed over; it is used as soon as it is there.
 *
 * @throws {LimioError} `config` when the package is not installed
 */
export async function connectRedis(
  { urls, timeout }: RedisConnection,
  onChange: (isUp: boolean, cause?: string) => void,
): Promise<{ state: BackendState; close(): Promise<void> }> {
  const client = await redisClient(urls);
  const closed = new AbortController();
  let cause: string | undefined;
  // Told about by the state; without a listener an error would end the process.
  client.on('error', (error: unknown) => {
    cause = causeOf(error);
  });
  // Or else the first customers would be served from memory. But a backend without Redis still sells.
  await Promise.race([keepConnecting(client, closed.signal), pause(timeout)]);
  return {
    state: redisState(client, {
      timeout,
      onChange(isUp, found) {
        // That there is no connection says less than why.
        onChange(isUp, found === NOT_CONNECTED ? (cause ?? found) : found);
        if (isUp) cause = undefined;
      },
    }),
    async close() {
      closed.abort();
      if (client.isOpen) client.destroy();
    },
  };
}

/** Connects, however often that fails: a single Redis tries again by itself, a cluster does not. */
async function keepConnecting(
  client: Awaited<ReturnType<typeof redisClient>>,
  closed: AbortSignal,
): Promise<void> {
  while (!closed.aborted) {
    // A cluster waits for ever for a node that is gone, and never asks which one has taken its place.
    const late = setInterval(() => 'masters' in client && client.destroy(), ATTEMPT_MS);
    await client.connect().catch(() => {});
    clearInterval(late);
    if (client.isOpen) return;
    await pause(PAUSE_MS, undefined, { signal: closed }).catch(() => {});
  }
}

/**
 * A client of Redis, or of a cluster of it, that is not connected yet.
 *
 * @throws {LimioError} `config` when the package is not installed
 */
export async function redisClient(urls: readonly string[]) {
  const { createClient, createCluster } = await import('redis').catch(() => {
    throw new LimioError(
      'config',
      'REDIS_URL is set, but the package `redis` is not installed. Run: npm install redis',
    );
  });
  const [url = ''] = urls;
  const options = { disableOfflineQueue: true };
  return urls.length > 1
    ? createCluster({ rootNodes: urls.map((url) => ({ url })), defaults: { ...accessOf(url), ...options } })
    : createClient({ url, ...options });
}

/** User, password and TLS of an address: node-redis takes them to that address alone, not to the nodes it names. */
function accessOf(url: string) {
  const { protocol, username, password } = new URL(url);
  return {
    ...(username && { username: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(protocol === 'rediss:' && { socket: { tls: true as const } }),
  };
}
