import { isWebAddress } from '../core/link/shop.ts';

/** How offers are asked for: without cookies, and with no more of the page's address than its origin. */
export const REQUEST: RequestInit = {
  headers: { accept: 'application/json' },
  credentials: 'omit',
  referrerPolicy: 'origin',
};

interface Begun {
  answer: Promise<Response>;
  abort: AbortController;
  /** Elements that want it. */
  users: Set<object>;
}

/** What was asked before what reads the answers was there, until that takes it. */
const begun = new Map<string, Begun>();
let isReaderHere = false;

/**
 * Asks for offers while what reads them is still being loaded, once for each address. Never throws.
 *
 * @param user the element that wants them; see {@link leaveRequests}.
 */
export function beginRequest(address: string, user: object): void {
  const url = requestUrl(address);
  // A page that is rendered in advance may never be seen.
  if (!url || isReaderHere || (document as { prerendering?: boolean }).prerendering) return;
  let request = begun.get(url.href);
  if (!request) {
    const abort = new AbortController();
    // A page may have put something of its own in the place of `fetch`, which throws.
    const answer = Promise.resolve().then(() => fetch(url, { ...REQUEST, signal: abort.signal }));
    // Whoever takes it is told.
    answer.catch(() => {});
    begun.set(url.href, (request = { answer, abort, users: new Set() }));
  }
  request.users.add(user);
}

/** An element has left: what nobody else wants is aborted. */
export function leaveRequests(user: object): void {
  for (const [href, { users, abort }] of begun)
    if (users.delete(user) && !users.size) {
      begun.delete(href);
      abort.abort();
    }
}

/** From now on nothing needs to be asked early. */
export const readerCame = (): void => {
  isReaderHere = true;
};

/** The request that was begun for an address, for the first who wants it. */
export function takeRequest({ href }: URL): Begun | undefined {
  const request = begun.get(href);
  begun.delete(href);
  return request;
}

/** An address that may be asked; nothing for any other. */
export function requestUrl(address: string): URL | undefined {
  try {
    const url = new URL(address, document.documentElement.baseURI);
    // A page that is itself on plain http may load from its own site.
    return isWebAddress(url) || url.origin === self.origin ? url : undefined;
  } catch {
    return undefined;
  }
}
