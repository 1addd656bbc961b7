import { invalidValue } from '../errors/limio-error.ts';
import { INVALID_TEXT } from '../invalid-text.ts';

/** An origin whose host is labels of letters, digits and hyphens with dots between them, or this very machine. */
const SHOP =
  /^(https:\/\/[a-z\d-]+(\.[a-z\d-]+)+|https?:\/\/(127\.0\.0\.1|\[::1\]|([a-z\d-]+\.)*localhost))(:\d+)?$/;

/** Whether a browser may be sent there: https, or plain http on this very machine. */
export const isWebAddress = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' ||
  (protocol === 'http:' && /^(127\.0\.0\.1|\[::1\]|(.+\.)?localhost)$/.test(hostname));

/** Whether it can be an address of a shop: `shop.example.com`, but neither `acme` nor `{{shop}}`, which URL parsers take. */
export const isShopAddress = ({ origin }: URL): boolean => SHOP.test(origin);

/**
 * Reads the origin of a shop from what an integrator wrote.
 *
 * @param shop an https origin or a bare host of at least two labels, `shop.example.com`; http and single labels on
 *   loopback only, for development.
 * @returns the origin, without a trailing slash.
 * @throws {LimioError} `shop_invalid`
 *
 * @example
 * shopOrigin('shop.example.com'); // 'https://shop.example.com'
 */
export function shopOrigin(shop: string): string {
  try {
    const url = new URL(/:\/\//.test(shop) ? shop : `https://${shop}`);
    // Credentials, a path, a query or a fragment would make the address longer than its origin.
    if (isShopAddress(url) && url.href === `${url.origin}/`) return url.origin;
  } catch {}
  // What stands before an @ may be a password, so it is not repeated.
  throw invalidValue('shop_invalid', /@/.test(shop) ? '…@' : shop, 'a bare https origin');
}

/** The origin of a shop; nothing where it cannot be one. */
export function originOf(shop: string): string | undefined {
  try {
    return shopOrigin(shop);
  } catch {
    return undefined;
  }
}

/**
 * Reads the path of a shop page, `/checkout` or `fr/cart`. It can never name another host.
 *
 * @returns the path, percent-encoded, with its leading slash.
 * @throws {LimioError} `page_invalid`
 */
export function pagePath(page: string): string {
  if (INVALID_TEXT.test(page) || !/^\/?((?!\.)[\p{L}\p{N}\p{M}._~-]+(\/|$))+$/u.test(page))
    throw invalidValue('page_invalid', page, 'a path: /checkout');
  return encodeURI(page.replace(/^\/?/, '/'));
}
