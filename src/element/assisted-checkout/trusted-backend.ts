import { LimioError } from '../../core/errors/limio-error.ts';
import { isWebAddress } from '../../core/link/shop.ts';

/**
 * The backend's address, if personal details may go there.
 *
 * An attribute is not enough to send a customer's details to another site: whoever can write markup into a
 * page could set it. The page's own origin is trusted, and so are the origins its head names:
 * `<meta name="limio-backend" content="https://offers.example.com">`.
 *
 * @returns the address without a trailing slash, or `undefined`.
 */
export function trustedBackend(address: string): string | undefined {
  try {
    const url = new URL(address, document.documentElement.baseURI);
    const { origin, username, password, search, hash } = url;
    const isTrusted = origin === self.origin || (isWebAddress(url) && named().includes(origin));
    // No address would be the page's own.
    const isPlain = address && !(username || password || search || hash);
    return isTrusted && isPlain ? url.href.replace(/\/$/, '') : undefined;
  } catch {
    return undefined;
  }
}

function named(): string[] {
  const metas = [...document.head.querySelectorAll<HTMLMetaElement>('meta[name="limio-backend"]')];
  return metas.flatMap(({ content }) => content.trim().split(/\s+/));
}

/** The error for an address that no personal detail may go to. */
export const untrusted = (address: string): LimioError =>
  new LimioError(
    'config',
    address
      ? 'config: `backend` is on another site, which no <meta name="limio-backend"> in the head of the page names.'
      : 'config: `checkout="assisted"` has no `backend`.',
  );
