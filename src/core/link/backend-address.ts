import { LimioError } from '../errors/limio-error.ts';
import { isWebAddress } from './shop.ts';

/** The page that names a backend. */
interface NamingPage {
  /** What its relative addresses begin from. */
  base: string;
  origin: string;
  /** Origins that its head names with `<meta name="limio-backend">`. */
  named: readonly string[];
}

/**
 * The address of a backend, if personal details may go there: to the page's own origin, and to those its head names.
 *
 * @returns the address without a trailing slash, or `undefined`.
 */
export function backendAddress(
  address: string,
  { base, origin: own, named }: NamingPage,
): string | undefined {
  try {
    const url = new URL(address, base);
    const { origin, username, password, search, hash } = url;
    const isTrusted = origin === own || (isWebAddress(url) && named.includes(origin));
    // No address would be the page's own.
    const isPlain = address && !(username || password || search || hash);
    return isTrusted && isPlain ? url.href.replace(/\/$/, '') : undefined;
  } catch {
    return undefined;
  }
}

/** The error for an address that no personal detail may go to. */
export const untrusted = (address: string): LimioError =>
  new LimioError(
    'config',
    address
      ? 'config: `backend` is on another site, which no <meta name="limio-backend"> in the head of the page names.'
      : 'config: `checkout="assisted"` has no `backend`.',
  );
