import { backendAddress } from '../../core/link/backend-address.ts';

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
  const metas = [...document.head.querySelectorAll<HTMLMetaElement>('meta[name="limio-backend"]')];
  return backendAddress(address, {
    base: document.documentElement.baseURI,
    origin: self.origin,
    named: metas.flatMap(({ content }) => content.trim().split(/\s+/)),
  });
}
