import { LimioError } from '../../core/errors/limio-error.ts';
import { isWebAddress } from '../../core/link/shop.ts';
import { HttpError } from '../http-error.ts';
import type { Access } from '../request-context.ts';

/**
 * Reads the list of origins that may call the backend from a browser. It is compared character by
 * character: a look-alike, another scheme or another port is another origin.
 *
 * @throws {LimioError} `config` when it is no list, is empty, holds `*`, or anything that is not exactly an origin
 *
 * @example
 * readOrigins(['https://www.example.com', 'http://localhost:5173']);
 */
export function readOrigins(list: readonly string[]): ReadonlySet<string> {
  // A program without types may give one text.
  if (!Array.isArray(list))
    throw new LimioError('config', "`origins` is no list. Write one: ['https://www.example.com'].");
  for (const entry of list)
    if (!isOrigin(entry))
      throw new LimioError(
        'config',
        `\`origins\` holds ${JSON.stringify(entry.slice(0, 60))}. Name each origin in full, in lower case and without a path: https://www.example.com.`,
      );
  if (!list.length)
    throw new LimioError('config', '`origins` is empty. Name the origins of the pages that sell.');
  return new Set(list);
}

function isOrigin(entry: string): boolean {
  const url = URL.canParse(entry) ? new URL(entry) : undefined;
  // An asterisk is a legal character of a host, but nobody who writes one means it.
  return !!url && isWebAddress(url) && url.origin === entry && !entry.includes('*');
}

/**
 * Stops a request that comes from a page which is not on the list. Browsers name the page's origin with
 * every POST and every cross-origin GET; a page cannot change it.
 *
 * @throws {HttpError} `origin_denied`
 */
export function checkOrigin(
  { headers, method }: Request,
  access: Access,
  origins: ReadonlySet<string>,
): void {
  if (access !== 'pages' && access !== 'agents') return;
  const origin = headers.get('origin');
  if (origin === null && access === 'agents') return;
  // A GET without one is the site's own page or a server.
  if (origin === null && (method === 'GET' || method === 'HEAD')) return;
  if (origin === null || !origins.has(origin))
    throw new HttpError('origin_denied', 'The origin of the page is not on the list.');
}

/**
 * Headers that let a page read an answer, failures included. What anyone may read does not vary by origin,
 * so that a cache keeps one copy of it for all pages.
 */
export function corsHeaders(
  { headers }: Request,
  access: Access,
  origins: ReadonlySet<string>,
): Record<string, string> {
  const exposed = { 'access-control-expose-headers': 'etag, retry-after, x-request-id' };
  if (access === 'operators') return {};
  if (access === 'anyone') return { 'access-control-allow-origin': '*', ...exposed };
  const origin = headers.get('origin');
  return {
    vary: 'origin',
    ...(origin !== null && origins.has(origin) && { 'access-control-allow-origin': origin, ...exposed }),
  };
}

/**
 * What a preflight is told, whatever it asks for.
 *
 * @param headers names of those that a page may send beside its body's type.
 */
export const preflight = (
  methods: readonly string[],
  access: Access,
  headers: readonly string[] = [],
): Response =>
  new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': methods.join(', '),
      'access-control-allow-headers':
        access === 'agents'
          ? 'content-type, accept, authorization, mcp-protocol-version, mcp-method, mcp-name'
          : ['content-type', ...headers].join(', '),
      'access-control-max-age': '600',
    },
  });
