import { createServer } from 'node:http';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { VERSION } from '../../core/version.ts';
import type { CallMetrics } from '../../limio/transport/call-metrics.ts';
import type { BackendStatus } from '../backend.ts';
import { PARTS } from '../readiness.ts';
import type { LogLine } from '../request-log.ts';
import { takePort } from './take-port.ts';

/** Bounds of the histograms, in seconds; a hand-off may take 2.5. */
const BUCKETS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 1.5, 2, 2.5, 5, 10];

/** Counts what a backend does. Labels are words of closed lists: no path, address, key or detail of a caller. */
export interface Metrics {
  onRequest(line: LogLine): void;
  onCall(call: CallMetrics): void;
  onState(isUp: boolean): void;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
  contentType: string;
}

/**
 * Makes the metrics of a backend and of its process.
 *
 * @param status is asked whenever the metrics are read.
 * @see https://prometheus.io/docs/practices/naming/
 */
export function metrics(status: () => BackendStatus): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'limio_offers_request_duration_seconds',
    help: 'Requests that were answered',
    labelNames: ['route', 'method', 'status'],
    buckets: BUCKETS,
    registers,
  });
  const failures = new Counter({
    name: 'limio_offers_request_failures_total',
    help: 'Requests that were not done, by code',
    labelNames: ['route', 'code'],
    registers,
  });
  const promos = new Counter({
    name: 'limio_offers_promo_codes_total',
    help: 'Promo codes that were sent to Limio',
    labelNames: ['outcome'],
    registers,
  });
  const calls = new Histogram({
    name: 'limio_offers_limio_duration_seconds',
    help: 'Calls to Limio, with retries and the wait for a token',
    labelNames: ['operation', 'outcome'],
    buckets: BUCKETS,
    registers,
  });
  const attempts = new Counter({
    name: 'limio_offers_limio_requests_total',
    help: 'Requests that were sent to Limio',
    labelNames: ['operation'],
    registers,
  });
  const stateFailures = new Counter({
    name: 'limio_offers_redis_failures_total',
    help: 'How often Redis began to be passed over',
    registers,
  });
  addGauges(registers, status);

  return {
    onRequest({ route, method, status, ms, code, promo }) {
      requests.observe({ route, method, status }, ms / 1000);
      if (code) failures.inc({ route, code });
      if (promo) promos.inc({ outcome: promo });
    },
    onCall({ operation, code = 'ok', took, attempts: sent }) {
      calls.observe({ operation, outcome: code }, took / 1000);
      attempts.inc({ operation }, sent);
    },
    onState: (isUp) => void (isUp || stateFailures.inc()),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

/** Adds what is not counted but looked up: how the backend is doing, and its version. */
function addGauges(registers: Registry[], status: () => BackendStatus): void {
  const gauge = (name: string, help: string, value: () => number | undefined) =>
    new Gauge({
      name: `limio_offers_${name}`,
      help,
      registers,
      collect() {
        const found = value();
        if (found === undefined) this.remove();
        else this.set(found);
      },
    });
  gauge('ready', '1 where requests are worth sending here', () => Number(status().ready));
  gauge('listed', 'Offers that are held', () => status().offers.count);
  gauge('listed_age_seconds', 'Age of the list of offers', () => status().offers.age);
  new Gauge({
    name: 'limio_offers_down',
    help: '1 for each part that does not work',
    labelNames: ['part'],
    registers,
    collect() {
      this.reset();
      const { down } = status();
      for (const part of PARTS) this.set({ part }, Number(down.includes(part)));
    },
  });
  new Gauge({ name: 'limio_offers_info', help: 'Version', labelNames: ['version'], registers }).set(
    { version: VERSION },
    1,
  );
}

/**
 * Serves metrics at `/metrics` on a port of their own, which need not be open to the world.
 *
 * @returns closes the port.
 */
export async function serveMetrics(
  { text, contentType }: Pick<Metrics, 'text' | 'contentType'>,
  { port, host }: { port: number; host: string },
): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    if (request.url?.split('?')[0] !== '/metrics') return void response.writeHead(404).end();
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    text().then(
      (body) => response.writeHead(200, { 'content-type': contentType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await takePort(server, { host, port }, 'LIMIO_METRICS_PORT');
  const { port: taken } = server.address() as { port: number };
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}/metrics`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
