import { failed } from './routes/answers.ts';
import { clientKey } from './gate/client-key.ts';
import { deadlineIn } from './deadline.ts';
import { readOptions, type BackendOptions } from './options.ts';
import { corsHeaders } from './gate/origins.ts';
import { loggedMethod } from './request-log.ts';
import { routes } from './routes/router.ts';
import type { RequestContext } from './request-context.ts';

/** A backend, mounted wherever a `Request` becomes a `Response`. */
export interface LimioBackend {
  /**
   * Answers one request; never throws.
   *
   * @param info.address of the other end of the connection, by which callers are counted. Runtimes hand it
   *   out in different ways; without it, all callers share one count.
   */
  fetch: (request: Request, info?: { address?: string | undefined }) => Promise<Response>;
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
  const { now, allowed, budget, proxies, log } = settings;
  const app = routes(settings);

  async function answer(request: Request, visit: RequestContext): Promise<Response> {
    try {
      return await app.fetch(request, { visit });
    } catch (error) {
      return failed(error, visit);
    }
  }

  return {
    async fetch(request, info) {
      const startedAt = performance.now();
      const visit: RequestContext = {
        requestId: crypto.randomUUID(),
        caller: clientKey(request, info?.address, proxies),
        deadline: deadlineIn(budget, now),
        notes: { route: 'none' },
      };
      const { requestId, notes } = visit;
      const response = await answer(request, visit);
      const headers = { ...corsHeaders(request, allowed), 'x-request-id': requestId };
      for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
      try {
        const ms = Math.round(performance.now() - startedAt);
        log?.({ requestId, method: loggedMethod(request.method), status: response.status, ms, ...notes });
      } catch {
        // A log that fails costs no sale.
      }
      return response;
    },
  };
}
