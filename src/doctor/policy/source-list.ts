/** What a request is checked for: where it goes, and what the tag that makes it says. */
export interface Requested {
  url: URL;
  nonce?: string | undefined;
  /** Its `integrity`, with which a script may be allowed by its hash. */
  integrity?: string | undefined;
  isScript?: boolean;
  /** A script that another one loads, which `'strict-dynamic'` is about. */
  isBroughtAlong?: boolean;
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/**
 * Whether one source of a policy allows a request.
 *
 * @param page address of the page, for `'self'`; `undefined` where it is not known.
 * @returns `undefined` where that depends on the page's address, which is not known.
 * @see https://www.w3.org/TR/CSP3/#match-url-to-source-expression
 */
export function allows(source: string, { url }: Requested, page: URL | undefined): boolean | undefined {
  const text = source.toLowerCase();
  if (text === "'self'") return page ? isSelf(url, page) : undefined;
  if (text.startsWith("'")) return false;
  // What is sent over https is no worse than what was allowed over http.
  const isScheme = (wanted: string) =>
    url.protocol === wanted || (wanted === 'http:' && url.protocol === 'https:');
  if (text === '*') return /^https?:$/.test(url.protocol) || url.protocol === page?.protocol;
  if (/^[a-z][a-z\d+.-]*:$/.test(text)) return isScheme(text);
  const [, scheme, host = '', port, path = ''] =
    /^(?:([a-z][a-z\d+.-]*:)\/\/)?([^:/]+)(?::(\d+|\*))?(\/[^?#]*)?$/i.exec(source) ?? [];
  if (scheme ? !isScheme(scheme.toLowerCase()) : page && !isScheme(page.protocol)) return false;
  return isHost(host.toLowerCase(), url) && isPort(port, url) && isPath(path, url);
}

/** @see https://www.w3.org/TR/CSP3/#match-schemes (a page on http may load from itself over https) */
const isSelf = (url: URL, page: URL): boolean =>
  url.origin === page.origin ||
  (url.hostname === page.hostname && url.protocol === 'https:' && !url.port && !page.port);

const isHost = (host: string, { hostname }: URL): boolean =>
  host === '*' || (host.startsWith('*.') ? hostname.endsWith(host.slice(1)) : hostname === host);

const isPort = (port: string | undefined, { protocol, port: used }: URL): boolean =>
  port === '*' ||
  (port ? port === (used || DEFAULT_PORTS[protocol]) || (port === '80' && used === '') : used === '');

function isPath(path: string, { pathname }: URL): boolean {
  if (!path || path === '/') return true;
  const plain = decodeURI(path);
  return path.endsWith('/') ? decodeURI(pathname).startsWith(plain) : decodeURI(pathname) === plain;
}
