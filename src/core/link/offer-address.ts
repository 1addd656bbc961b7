import { isWebAddress } from './shop.ts';
import { INVALID_TEXT } from '../invalid-text.ts';

/** Longest address that is followed, in characters. */
const MAX_LENGTH = 2000;

/**
 * Where an offer leads that is no purchase link of the shop: a page to talk to someone, another checkout.
 *
 * Nothing is added to it. Allowed is https, plain http on loopback, and, in what the page itself holds, an address
 * relative to the page, `mailto:` and `tel:`.
 *
 * @param href what the offer says.
 * @param page address of the page; left out where the offer comes from a backend, which may name https alone.
 * @returns the address in full; `undefined` for any other kind.
 *
 * @example
 * offerAddress('/contact', 'https://www.example.com/pricing'); // 'https://www.example.com/contact'
 */
export function offerAddress(href: string, page?: string): string | undefined {
  if (INVALID_TEXT.test(href) || href.length > MAX_LENGTH) return undefined;
  try {
    const url = new URL(href, page);
    const { protocol, username, password } = url;
    const isAllowed = page
      ? isWebAddress(url) ||
        /^(mailto|tel):$/.test(protocol) ||
        (protocol.startsWith('http') && url.origin === new URL(page).origin)
      : protocol === 'https:';
    // What stands before an @ may pass for the host.
    return isAllowed && !username && !password ? url.href : undefined;
  } catch {
    return undefined;
  }
}
