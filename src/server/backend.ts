import { Hono } from 'hono';
import { notify } from '../core/notify.ts';
import { clientAddress, clientKey } from './gate/client-key.ts';
import { corsHeaders } from './gate/origins.ts';
import { deadlineIn } from './deadline.ts';
import { tellKept, type KeptRound } from './events/kept-purchases.ts';
import { readOptions, type BackendOptions } from './options.ts';
import type { Connection, Env, RequestContext } from './request-context.ts';
import { loggedMethod } from './request-log.ts';
import type { Report } from './readiness.ts';
import { addRoutes } from './routes/router.ts';
import { routesOf } from './routes/table.ts';
import { services, type Services } from './services.ts';
import { warmUp } from './warm-up.ts';

/** How a backend is doing. */
export interface BackendStatus extends Report {
  offers: {
    /** How many are held. */
    count: number;
    /** There are more than the backend may hold. */
    isCut: boolean;
    /** Age of the list in seconds; left out while there is none. */
    age?: number;
  };
}

/** A backend, mounted wherever a `Request` becomes a `Response`. */
export interface LimioBackend {
  /**
   * Answers one request; never throws.
   *
   * @example
   * // Cloudflare Workers, which stop what a request began once it is answered:
   * backend.fetch(request, { address, waitUntil: (work) => ctx.waitUntil(work) });
   */
  fetch: (request: Request, connection?: Connection) => Promise<Response>;
  /** Gets a token from Limio and begins to read the offers, so that the first customer need not wait. Never throws; `/health/ready` says more. */
  warmUp: () => Promise<void>;
  /** What is known without asking anybody, for logs and measures of your own. */
  status: () => BackendStatus;
  /**
   * Tells the CRM of purchases it did not take when they were made. `serve` does it by itself; elsewhere it is for a
   * timer, such as the `scheduled` handler of a Worker. Never throws.
   */
  tellKept: () => Promise<KeptRound>;
  /** Says in `/health/ready` that no more requests should be sent here, as the process is about to stop. */
  drain: () => void;
}

/**
 * The part of assisted checkout that needs credentials: lists the offers of a tenant and makes pre-filled
 * baskets, for pages of the listed origins.
 *
 * @throws {LimioError} `config`, `shop_invalid` or `page_invalid` when the options are not usable
 *
 * @example
 * const backend = limioBackend({
 *   limio: { tenant: 'acme.prod.limio.com', credentials: () => ({ clientId, clientSecret }) },
 *   shop: 'https://shop.example.com',
 *   origins: ['https://www.example.com'],
 *   country: 'DE',
 * });
 * const response = await backend.fetch(request, { address });
 */
export function limioBackend(options: BackendOptions): LimioBackend {
  const settings = readOptions(options);
  const routes = routesOf(settings);
  let description: object | undefined;
  // Most backends are never asked for it, and it takes a part that nothing else does.
  const describe = async () =>
    (description ??= (await import('./routes/openapi.ts')).openApi(routes, settings.basePath));
  const app = new Hono<Env>();
  const own = services(settings, describe);
  app.use(async (c, next) => {
    const startedAt = performance.now();
    const context = contextOf(c.req.raw, c.env, own);
    c.set('context', context);
    await next();
    context.deadline.end();
    const { requestId, access, logFields } = context;
    const headers = { ...corsHeaders(c.req.raw, access, settings.allowed), 'x-request-id': requestId };
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    const ms = Math.round(performance.now() - startedAt);
    const method = loggedMethod(c.req.method);
    notify(settings.log, { requestId, method, status: c.res.status, ms, ...logFields });
  });
  addRoutes(app, routes, own);
  return {
    fetch: async (request, connection = {}) => app.fetch(request, connection),
    warmUp: () => warmUp(own),
    tellKept: async () => {
      const { tell } = settings.events ?? {};
      return (
        (tell && (await tellKept(tell, own.state).catch(() => undefined))) ?? { told: 0, hasMore: false }
      );
    },
    status: () => statusOf(own),
    drain: () => own.readiness.drain(),
  };
}

function statusOf({ readiness, offers, settings: { now } }: Services): BackendStatus {
  const { count, isCut, readAt } = offers.status();
  const age = readAt !== undefined && { age: (now() - readAt) / 1000 };
  return { ...readiness.report(), offers: { count, isCut, ...age } };
}

const contextOf = (
  request: Request,
  { address, waitUntil }: Connection,
  { state, settings: { budget, now, proxies } }: Services,
): RequestContext => ({
  requestId: crypto.randomUUID(),
  clientKey: clientKey(request, address, proxies),
  get address() {
    return clientAddress(request, address, proxies);
  },
  deadline: deadlineIn(budget, now),
  waitUntil: (work) => {
    // Whoever keeps the runtime alive for it must not have to handle its failure.
    const settled = work.catch(() => {});
    // One that was handed over without its object throws.
    notify(waitUntil, settled);
  },
  state: state.forRequest?.() ?? state,
  access: 'pages',
  logFields: { route: 'none' },
});
