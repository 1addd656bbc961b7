import { setTimeout as pause } from 'node:timers/promises';
import closeWithGrace from 'close-with-grace';
import { pino } from 'pino';
import type { CallMetrics } from '../../limio/transport/call-metrics.ts';
import { limioBackend } from '../backend.ts';
import { nodeCompressors } from './compressors.ts';
import { connectRedis } from './connect-redis.ts';
import type { RunnerSettings } from './environment.ts';
import { listen } from './listen.ts';
import { logOutput } from './log-output.ts';
import { keepHeapModest } from './modest-heap.ts';
import type { Metrics } from './metrics.ts';
import { retryPurchases } from './retry-purchases.ts';
import { secretProblems } from './secret-of.ts';

/** How long requests at hand may take when the process is told to stop, in milliseconds. */
const GRACE_MS = 5000;

/** How long a log that is not read is waited for at the end, in milliseconds. */
const FLUSH_MS = 500;

/** How much longer the process may take to close connections to other services, in milliseconds. */
const CLOSE_MARGIN_MS = 1000;

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
  /** What must be done before the process ends, the last first. */
  const closers: Array<(signal?: string) => Promise<unknown> | void> = [() => output.flush(FLUSH_MS)];
  const close = async (signal?: string) => {
    for (const closer of closers.splice(0).reverse()) await closer(signal);
  };
  // First, as a signal without a handler is lost where this is the first process of a container.
  // No logger: it would write errors whole, and with them whatever they hold.
  const stopping = closeWithGrace(
    { delay: stopDelay + GRACE_MS + CLOSE_MARGIN_MS, logger: false },
    async ({ err, signal }) => {
      log.info({ event: 'stopping', signal, ...(err && { error: err.name }) });
      closers.splice(1, 0, () => log.info({ event: 'stopped' }));
      await close(signal);
    },
  );
  for (const [variable, meant] of strays) log.warn({ event: 'no such variable', variable, meant });
  try {
    let measured: Metrics | undefined;
    const onChange = (isUp: boolean, cause?: string) => {
      measured?.onState(isUp);
      log.warn({ event: isUp ? 'redis up' : 'redis down', ...(cause && { cause }) });
    };
    const redis = place && (await connectRedis(place, onChange));
    if (redis) closers.push(() => redis.close());
    const backend = limioBackend({
      ...options,
      limio: {
        ...options.limio,
        onCall: (call) => {
          measured?.onCall(call);
          if (call.code) log.warn({ event: 'limio', ...named(call) });
        },
      },
      compressors: nodeCompressors,
      ...(redis && { state: redis.state }),
      onOffers: ({ count, isCut }) =>
        isCut && log.warn({ event: 'offers cut', count, variable: 'LIMIO_MAX_OFFERS' }),
      log: (line) => {
        measured?.onRequest(line);
        log.info(line);
      },
    });
    if (metricsPort !== undefined) {
      const { metrics, serveMetrics } = await import('./metrics.ts');
      measured = metrics(backend.status);
      const served = await serveMetrics(measured, { port: metricsPort, host });
      closers.push(served.close);
      log.info({ event: 'metrics', url: served.url });
    }
    const server = await listen(backend, { host, port, ...(keepAlive && { keepAlive }) });
    closers.push(async (signal) => {
      backend.drain();
      server.drain();
      if (signal === 'SIGTERM' && stopDelay) await pause(stopDelay);
      await server.close(GRACE_MS);
    });
    log.info({ event: 'listening', url: server.url });
    if (options.events?.tell)
      closers.push(retryPurchases(backend, (round) => log.warn({ event: 'purchases kept', ...round })));
    for (const why of await secretProblems(secrets)) log.warn({ event: 'no credentials', why });
    // So that a wrong secret is told now, and the first customer need not wait for a token.
    await backend.warmUp();
  } catch (error) {
    stopping.uninstall();
    await close();
    throw error;
  }
}

const named = ({ operation, status, code, cause, attempts, took }: CallMetrics) => ({
  operation,
  ...(status !== undefined && { status }),
  code,
  ...(cause !== undefined && { cause }),
  attempts,
  ms: took,
});
