/** What a server answered. */
export interface Answer {
  /** Its address, after redirects. */
  url: URL;
  status: number;
  headers: Headers;
  text: string;
}

/** A request as the page would make it. */
export interface Question {
  url: URL;
  method?: 'GET' | 'OPTIONS';
  headers?: Readonly<Record<string, string>>;
}

/**
 * Asks a server.
 *
 * @throws {LimioError} `network` where no answer came, or where the address may not be asked
 */
export type Ask = (question: Question) => Promise<Answer>;

/** The header with which a page of another site asks; nothing for its own site, or where the page is not known. */
export const asPage = (page: URL | undefined, url: URL): Record<string, string> =>
  page && page.origin !== url.origin ? { origin: page.origin } : {};

/**
 * Whether a page may read an answer.
 *
 * @returns `undefined` where that depends on the page's address, which is not known.
 */
export function mayRead({ headers, url }: Answer, page: URL | undefined): boolean | undefined {
  if (page && page.origin === url.origin) return true;
  const allowed = headers.get('access-control-allow-origin');
  if (allowed === '*') return true;
  return page ? allowed === page.origin : allowed === null ? false : undefined;
}
