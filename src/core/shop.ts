import { invalidValue } from './errors.ts';
import { UNFILLED } from './unfilled.ts';

/** A host on this very machine. */
const LOOPBACK = /^(127\.0\.0\.1|\[::1\]|(.+\.)?localhost)$/;

/** Labels of letters, digits and inner hyphens with dots between them; what URL parsers take for a host is far more. */
const HOST = /^([a-z\d]+(-+[a-z\d]+)*(\.(?=.)|$)){2,}$/;

/** Whether a browser may be sent there: https, or plain http on this very machine. */
export const isWebAddress = ({ protocol, hostname }: URL): boolean =>
  protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));

/** Whether it is an address on the web whose host can be a shop: `shop.example.com`, but neither `acme` nor `{{shop}}`. */
export const isShopAddress = (url: URL): boolean =>
  isWebAddress(url) && (HOST.test(url.hostname) || LOOPBACK.test(url.hostname));

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
  throw invalidValue(
    'shop_invalid',
    /@/.test(shop) ? '…@' : shop,
    `a bare https origin${/["'`]/.test(shop) ? ' without quotes' : ''}`,
  );
}

/**
 * Reads the path of a shop page, `/checkout` or `fr/cart`. It can never name another host.
 *
 * @returns the path, percent-encoded, with its leading slash.
 * @throws {LimioError} `page_invalid`
 */
export function pagePath(page: string): string {
  if (UNFILLED.test(page) || !/^\/?((?!\.)[\p{L}\p{N}\p{M}._~-]+(\/|$))+$/u.test(page))
    throw invalidValue('page_invalid', page, 'a path: /checkout');
  return encodeURI(page.replace(/^\/?/, '/'));
}
