import { setTimeout as pause } from 'node:timers/promises';
import { pino, type Logger } from 'pino';
import type { CallMetrics } from '../../limio/transport/call-metrics.ts';
import { limioBackend } from '../backend.ts';
import type { BackendOptions } from '../options.ts';
import { nodeCompressors } from './compressors.ts';
import { connectRedis } from './connect-redis.ts';
import type { RunnerSettings } from './environment.ts';
import { listen } from './listen.ts';
import { logOutput } from './log-output.ts';
import { keepHeapModest } from './modest-heap.ts';
import type { Metrics } from './metrics.ts';
import { processEnd } from './process-end.ts';
import { retryPurchases } from './retry-purchases.ts';
import { secretProblems } from './secret-of.ts';

/** How long requests at hand may take when the process is told to stop, in milliseconds. */
const GRACE_MS = 5000;

/**
 * Runs a backend until the process is told to stop. Writes one line of JSON for each request and for each call
 * to Limio that failed, of named fields alone.
 *
 * Told to stop by SIGTERM, it first says that it is not ready, so that whatever spreads requests sends no more,
 * and closes its port after a pause.
 *
 * @throws {LimioError} `config`; whatever was opened until then has been closed
 */
export async function serve({
  options,
  redis: place,
  host,
  port,
  keepAlive,
  metricsPort,
  secrets,
  stopDelay,
  strays,
}: RunnerSettings): Promise<void> {
  keepHeapModest();
  const output = logOutput();
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, output);
  // First, as a signal without a handler is lost where this is the first process of a container.
  const end = processEnd(log, output, stopDelay + GRACE_MS);
  for (const [variable, meant] of strays) log.warn({ event: 'no such variable', variable, meant });
  try {
    const metering = metricsPort === undefined ? undefined : await import('./metrics.ts');
    const metrics = metering?.metrics(() => backend.status());
    const redis =
      place &&
      (await connectRedis(place, (isUp, cause) => {
        metrics?.onState(isUp);
        log.warn({ event: isUp ? 'redis up' : 'redis down', ...(cause && { cause }) });
      }));
    if (redis) end.add(() => redis.close());
    const backend = limioBackend({
      ...observed(options, log, metrics),
      compressors: nodeCompressors,
      ...(redis && { state: redis.state }),
    });
    if (metering) {
      const served = await metering.serveMetrics(metrics!, { port: metricsPort!, host });
      end.add(served.close);
      log.info({ event: 'metrics', url: served.url });
    }
    const server = await listen(backend, { host, port, ...(keepAlive && { keepAlive }) });
    end.add(async (signal) => {
      backend.drain();
      server.drain();
      if (signal === 'SIGTERM' && stopDelay) await pause(stopDelay);
      await server.close(GRACE_MS);
    });
    log.info({ event: 'listening', url: server.url });
    if (options.events?.tell)
      end.add(retryPurchases(backend, (round) => log.warn({ event: 'purchases kept', ...round })));
    for (const why of await secretProblems(secrets)) log.warn({ event: 'no credentials', why });
    // So that a wrong secret is told now, and the first customer need not wait for a token.
    await backend.warmUp();
  } catch (error) {
    await end.now();
    throw error;
  }
}

/** Options of a backend that tells log and metrics what it does. */
const observed = (
  options: RunnerSettings['options'],
  log: Logger,
  metrics: Metrics | undefined,
): BackendOptions => ({
  ...options,
  limio: {
    ...options.limio,
    onCall(call) {
      metrics?.onCall(call);
      if (call.code) log.warn({ event: 'limio', ...named(call) });
    },
  },
  onOffers: ({ count, isCut }) =>
    isCut && log.warn({ event: 'offers cut', count, variable: 'LIMIO_MAX_OFFERS' }),
  log(line) {
    metrics?.onRequest(line);
    log.info(line);
  },
});

const named = ({ operation, status, code, cause, attempts, took }: CallMetrics) => ({
  operation,
  ...(status !== undefined && { status }),
  code,
  ...(cause !== undefined && { cause }),
  attempts,
  ms: took,
});
