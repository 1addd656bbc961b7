import { limioBackend } from '../../src/server/backend.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import type { LogLine } from '../../src/server/request-log.ts';
import { CREDENTIALS, pretendLimio, SHOP, TENANT } from './pretend-limio.ts';

export const ORIGIN = 'https://www.example.com';

/** Where the backend is, as far as its requests know. */
export const HERE = 'https://backend.example.com';

/** Noon on a day on which the catalogue sells. */
export const NOON = Date.parse('2026-11-21T12:00:00.000Z');

type Limio = Pick<ReturnType<typeof pretendLimio>, 'fetch'>;

/** Options of a backend on a pretend Limio. */
export const optionsFor = (limio: Limio): BackendOptions => ({
  limio: {
    tenant: TENANT,
    credentials: () => CREDENTIALS,
    fetch: limio.fetch,
  },
  shop: SHOP,
  origins: [ORIGIN, 'http://localhost:5173'],
  country: 'DE',
});

/** A backend on a pretend Limio, its clock, its log, and ways to ask it. */
export function setup<L extends Limio = ReturnType<typeof pretendLimio>>(
  options: Partial<BackendOptions> = {},
  given?: L,
) {
  const limio = (given ?? pretendLimio()) as L;
  const log: LogLine[] = [];
  let time = NOON;
  const backend = limioBackend({
    ...optionsFor(limio),
    log: (line) => log.push(line),
    now: () => time,
    ...options,
  });
  const ask = (path: string, init: RequestInit = {}, address = '192.0.2.1') =>
    backend.fetch(new Request(HERE + path, init), { address });
  return {
    backend,
    limio,
    log,
    ask,
    get: (path: string, headers: HeadersInit = { origin: ORIGIN }) => ask(path, { headers }),
    post: (body: unknown, headers: Record<string, string> = {}, address?: string) =>
      ask(
        '/checkouts',
        {
          method: 'POST',
          headers: { origin: ORIGIN, 'content-type': 'application/json', ...headers },
          body: typeof body === 'string' ? body : JSON.stringify(body),
        },
        address,
      ),
    wait: (seconds: number) => {
      time += seconds * 1000;
    },
  };
}

let attempts = 0;

/** A checkout request that is all right, with an attempt id of its own. */
export const checkout = (more: Record<string, unknown> = {}) => ({
  attemptId: `attempt-of-a-customer-${String(++attempts).padStart(6, '0')}`,
  items: [{ path: '/offers2/Pro' }],
  ...more,
});

/** Status and code of an answer, for tables. */
export async function outcome(response: Response): Promise<string> {
  const text = await response.text();
  const { code = 'ok' } = (text ? JSON.parse(text) : {}) as { code?: string };
  return `${response.status} ${code}`;
}
