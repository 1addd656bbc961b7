import * as z from 'zod/mini';
import { goPage, type GoPage } from '../../agents/go-page.ts';
import { readShortCode } from '../../agents/short-code.ts';
import { findShortLink } from '../../agents/short-links.ts';
import type { Services } from '../../services.ts';
import { route, type RouteCall } from '../route.ts';

const shared = {
  path: '/go/{code}',
  tag: 'agents',
  access: 'operators',
  parameters: [{ name: 'code', in: 'path', description: 'What stands for the link.' }],
  answer: { name: 'GoPage', schema: z.string() },
  types: ['text/html'],
  statuses: {
    303: { description: 'To the checkout.', headers: { location: 'The signed link.' } },
    404: { description: 'A page for a link that is mistyped or not known.', type: 'text/html' },
    410: { description: 'A page for a checkout that is over, with the purchase link.', type: 'text/html' },
    503: { description: 'A page for a link that cannot be looked up just now.', type: 'text/html' },
  },
  limit: 'reads',
  failures: [],
} as const;

/** Leads a person on. Only a navigation that a person began is sent to the signed link; all others get a page. */
export const goByClick = route({
  ...shared,
  name: 'openShortLink',
  method: 'GET',
  summary: 'Checkout behind a short link',
  handle: (call, services) => go(call, services, isPersonal(call.request)),
});

/** The button of that page, for browsers that do not say who began a navigation. */
export const goByForm = route({
  ...shared,
  name: 'followShortLink',
  method: 'POST',
  summary: 'Checkout behind a short link, by its button',
  handle: (call, services) => go(call, services, true),
});

/**
 * Whether a person has clicked, as the browser says: previews, scanners and prefetching send no such header.
 *
 * @see https://www.w3.org/TR/fetch-metadata/
 */
const isPersonal = ({ method, headers }: Request): boolean =>
  method === 'GET' &&
  headers.get('sec-fetch-mode') === 'navigate' &&
  headers.get('sec-fetch-user') === '?1' &&
  !headers.has('sec-purpose');

async function go(
  { params, context }: RouteCall<unknown>,
  { settings }: Services,
  mayOpen: boolean,
): Promise<Response> {
  const { shop, agents, now } = settings;
  const code = readShortCode(params['code'] ?? '');
  const link = code && (await findShortLink(code, context.state));
  if (link && mayOpen && now() < link.expiresAt)
    return new Response(null, {
      status: 303,
      headers: { location: link.url, 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' },
    });
  const page: GoPage = !code
    ? { kind: 'mistyped', shop }
    : !link
      ? { kind: context.state.failure?.() ? 'unreadable' : 'unknown', shop }
      : now() < link.expiresAt
        ? { kind: 'ready', link, address: `${agents!.publicUrl}/go/${code}` }
        : { kind: 'over', link };
  return goPage(page, shop);
}
