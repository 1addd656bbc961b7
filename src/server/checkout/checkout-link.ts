import { LimioError } from '../../core/errors/limio-error.ts';
import { safeLink } from '../../core/link/safe-link.ts';
import type { InitiatedCheckout } from '../../limio/operations/checkout.ts';

/**
 * The link to hand out. A link that acts for an account is handed out only where the site vouched for one.
 *
 * Limio answers with a path on the shop. It is joined to the shop's origin once, checked, and otherwise left
 * as it is. https://docs.limio.com/guides/developer-guides/guide-checkout-link
 *
 * @param shop origin of the shop.
 * @throws {LimioError} `upstream_invalid`, without repeating the link
 */
export function checkoutLink(reply: InitiatedCheckout, shop: string, hasAccount: boolean): string {
  const { recoveryLink, assistedCheckoutLink } = reply;
  const link = (hasAccount && assistedCheckoutLink) || recoveryLink;
  const isPlain = link === recoveryLink;
  const url = safeLink(link.startsWith('/') ? shop + link : link, shop);
  if (isPlain && !new URL(url).pathname.endsWith('/recover'))
    throw new LimioError('upstream_invalid', 'Limio answered with a link that acts for an account.');
  return url;
}
