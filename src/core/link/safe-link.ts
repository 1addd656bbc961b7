import { LimioError } from '../errors/limio-error.ts';
import { isWebAddress, shopOrigin } from './shop.ts';

/** Longest link that is accepted, in characters. */
const MAX_LENGTH = 8192;

/** Where Limio's signed links live. https://docs.limio.com/guides/developer-guides/guide-checkout-link */
const SIGNED_PATH = /^\/api\/checkout\/(recover|assisted)$/;

/**
 * Lets a signed checkout link through only if it belongs to the shop, and gives it back untouched.
 *
 * Parsing alone is not enough, as parsers repair what they read: a link with a tab, a backslash or a
 * second slash is refused because its repaired form differs from what was given.
 *
 * @param raw what a backend answered, of any type.
 * @param shop origin of the shop, from configuration, never from the answer.
 * @throws {LimioError} `link_refused`, without repeating the link; `shop_invalid`
 *
 * @example
 * safeLink('https://shop.example.com/api/checkout/recover?basketId=b&recover=t', 'https://shop.example.com');
 */
export function safeLink(raw: unknown, shop: string): string {
  const origin = shopOrigin(shop);
  if (typeof raw === 'string' && raw.length <= MAX_LENGTH && belongsTo(origin, raw)) return raw;
  throw new LimioError('link_refused', `That is not a checkout link of ${origin}. It was not opened.`);
}

function belongsTo(origin: string, raw: string): boolean {
  try {
    const url = new URL(raw);
    const { username, password } = url;
    return (
      isWebAddress(url) &&
      url.origin === origin &&
      !(username || password || raw.includes('#')) &&
      SIGNED_PATH.test(url.pathname) &&
      url.href === raw
    );
  } catch {
    return false;
  }
}
