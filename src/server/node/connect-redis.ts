import { setTimeout as pause } from 'node:timers/promises';
import { LimioError } from '../../core/errors/limio-error.ts';
import { redisState } from '../state/redis-state.ts';
import type { BackendState } from '../state/state.ts';

/** Where Redis is, and how many milliseconds it may cost a request. */
export interface RedisConnection {
  /** One address; several are nodes of a cluster. */
  urls: readonly string[];
  timeout: number;
}

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
  let cause: string | undefined;
  // Told about by the state; without a listener an error would end the process.
  client.on('error', (error: { code?: unknown }) => {
    cause = typeof error.code === 'string' ? error.code : undefined;
  });
  const connected = client.connect().then(
    () => {},
    () => {},
  );
  // Or else the first customers would be served from memory. But a backend without Redis still sells.
  await Promise.race([connected, pause(timeout)]);
  return {
    state: redisState(client, {
      timeout,
      onChange: (isUp, found) => onChange(isUp, isUp ? undefined : (cause ?? found)),
    }),
    close: async () => client.destroy(),
  };
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
  return urls.length > 1
    ? createCluster({ rootNodes: urls.map((url) => ({ url })), defaults: { disableOfflineQueue: true } })
    : createClient({ url, disableOfflineQueue: true });
}
