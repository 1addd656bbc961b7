import { setTimeout as pause } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import { pino, type DestinationStream } from 'pino';
import { LimioError } from '../../core/errors.ts';
import { limioBackend } from '../backend.ts';
import { redisState } from '../state/redis-state.ts';
import type { BackendState } from '../state/state.ts';
import { readEnvironment, type RedisConnection } from './environment.ts';
import { listen } from './listen.ts';

/** How long requests at hand may take when the process is told to stop, in milliseconds. */
const GRACE_MS = 5000;

/** What is left of that for closing connections to other services. */
const CLOSE_MARGIN_MS = 1000;

/**
 * Runs a backend as its environment says, until the process is told to stop. Writes one line of JSON for each
 * request, of named fields alone.
 *
 * @throws {LimioError} `config` before anything is started
 */
export async function serve(env: NodeJS.ProcessEnv, output?: DestinationStream): Promise<void> {
  const { options, redis: place, host, port } = readEnvironment(env);
  const log = pino(
    { base: null, timestamp: pino.stdTimeFunctions.isoTime },
    output ?? pino.destination({ sync: false }),
  );
  const redis = place && (await connect(place, (event) => log.warn({ event })));
  const backend = limioBackend({
    ...options,
    ...(redis && { state: redis.state }),
    log: (line) => log.info(line),
  });
  const server = await listen(backend, { host, port });
  log.info({ event: 'listening', url: server.url });

  // No logger: it would write errors whole, and with them whatever they hold.
  closeWithGrace({ delay: GRACE_MS + CLOSE_MARGIN_MS, logger: false }, async ({ err, signal }) => {
    log.info({ event: 'stopping', signal, ...(err && { error: err.name }) });
    await server.close(GRACE_MS);
    await redis?.close();
    log.info({ event: 'stopped' });
    log.flush();
  });
}

/** Redis is brought along by whoever uses it, so it is looked for only when it is asked for. */
async function connect(
  { url, timeout }: RedisConnection,
  warn: (event: string) => void,
): Promise<{ state: BackendState; close(): Promise<void> }> {
  const { createClient } = await import('redis').catch(() => {
    throw new LimioError(
      'config',
      'REDIS_URL is set, but the package `redis` is not installed. Run: npm install redis',
    );
  });
  const client = createClient({ url, disableOfflineQueue: true });
  // Told about by the state; without a listener an error would end the process.
  client.on('error', () => {});
  const connected = client.connect().catch(() => warn('redis unreachable'));
  // Or else the first customers would be served from memory. But a backend without Redis still sells.
  await Promise.race([connected, pause(timeout)]);
  const onChange = (isUp: boolean) => warn(isUp ? 'redis up' : 'redis down');
  return { state: redisState(client, { timeout, onChange }), close: async () => client.destroy() };
}
