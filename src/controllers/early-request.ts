import { isWebAddress } from '../core/link/shop.ts';

/** How offers are asked for: without cookies, and with no more of the page's address than its origin. */
export const REQUEST: RequestInit = {
  headers: { accept: 'application/json' },
  credentials: 'omit',
  referrerPolicy: 'origin',
};

/** Requests that were sent before the code that reads the answers was loaded, by address, until that code takes them. */
export const begun = new Map<string, { answer: Promise<Response>; abort: AbortController; user: Node }>();
let isReaderHere = false;

/**
 * Asks for offers while what reads them is still being loaded, once for each address. Never throws.
 *
 * @param user the element that wants them; when it has left, the next one asks anew.
 */
export function beginRequest(address: string, user: Node): void {
  const url = requestUrl(address);
  // A page that is rendered in advance may never be seen.
  const { prerendering } = document as { prerendering?: boolean };
  const earlier = url && begun.get(url.href);
  if (!url || isReaderHere || prerendering || earlier?.user.isConnected) return;
  earlier?.abort.abort();
  const abort = new AbortController();
  // A page may have put something of its own in the place of `fetch`, which throws.
  const answer = Promise.resolve().then(() => fetch(url, { ...REQUEST, signal: abort.signal }));
  // Nobody may take it, and a rejection that nobody handles would be reported; whoever takes it is told of it.
  answer.catch(() => {});
  begun.set(url.href, { answer, abort, user });
}

/** Says that the code which reads answers has been loaded: from now on nothing is asked early. */
export const readerCame = (): void => {
  isReaderHere = true;
};

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
