import type { RawItem } from '../../demo/sandbox/items/raw-item.ts';
import { abortable } from '../../src/core/with-timeout.ts';
import { limioBackend } from '../../src/server/backend.ts';
import type { BackendOptions } from '../../src/server/options.ts';
import { item, pretendLimio } from '../server/pretend-limio.ts';
import { optionsFor } from '../server/setup.ts';
import { serve, shop, type Call } from './fixtures.ts';

/** The offers of `plans`, of the versions a customer sees, as Limio publishes them. */
const PUBLISHED = [item('A', {}, 'a1'), item('B', {}, 'b1')];

/** How a backend differs from one that sells. */
export interface Selling {
  options?: Partial<BackendOptions>;
  /** What Limio does, as in `demo/sandbox/scenarios.ts`. Default `happy`. */
  scenario?: string;
  published?: readonly RawItem[];
}

/**
 * The backend itself at `/api`, on msw's handlers of the sandbox, for one test: an element is answered by the rules
 * that `test/server` proves.
 *
 * It stands behind the page's `fetch`, not behind msw's service worker: a worker belongs to all pages of an origin and
 * outlives the test that set it up, it cannot be asked what was aborted, and one that is not yet in charge of a page
 * lets its first request through.
 *
 * @returns what was asked, the signed links that were handed out, and Limio.
 *
 * @example
 * const { calls, links } = sells({ scenario: 'sold-out' });
 */
export function sells({ options, scenario = 'happy', published = PUBLISHED }: Selling = {}) {
  const limio = pretendLimio({}, Date.now, published);
  limio.use(scenario);
  const backend = limioBackend({
    ...optionsFor(limio),
    shop,
    origins: [location.origin],
    basePath: '/api',
    ...options,
  });
  const links: string[] = [];
  const calls = serve(async (call) => {
    const response = await abortable(backend.fetch(received(call)), call.init.signal!);
    const { url } = (await response.clone().json()) as { url?: string };
    if (url) links.push(url);
    return response;
  });
  return { calls, links, limio };
}

/** The request as it arrives: with the origin of the page, which no script can set, and a body that Firefox can read. */
function received({ url, init }: Call): Request {
  const request = new Request(url, init);
  const headers = new Headers(request.headers);
  headers.set('origin', location.origin);
  const { body } = new Response(init.body ?? null);
  return Object.defineProperties(request, { headers: { value: headers }, body: { value: body } });
}
