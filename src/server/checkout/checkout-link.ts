import { LimioError } from '../../core/errors/limio-error.ts';
import { safeLink } from '../../core/link/safe-link.ts';
import type { InitiatedCheckout } from '../../limio/operations/checkout.ts';

/** How far the clocks of Limio and of this machine may be apart before a link that is good is taken for one that is over. */
const LEEWAY_MS = 30_000;

/**
 * The link to hand out. A link that acts for an account is handed out only where the site vouched for one.
 *
 * Limio answers with a path on the shop. It is joined to the shop's origin once, checked, and otherwise left
 * as it is. https://docs.limio.com/guides/developer-guides/guide-checkout-link
 *
 * @param shop origin of the shop.
 * @param now milliseconds since 1970: a link that is over by then opens nothing. See assumption link-end.
 * @throws {LimioError} `upstream_invalid`, without repeating the link
 */
export function checkoutLink(
  reply: InitiatedCheckout,
  { shop, hasAccount, now }: { shop: string; hasAccount: boolean; now: number },
): string {
  const { recoveryLink, assistedCheckoutLink } = reply;
  const link = (hasAccount && assistedCheckoutLink) || recoveryLink;
  const isPlain = link === recoveryLink;
  const url = safeLink(link.startsWith('/') ? shop + link : link, shop);
  const { pathname, searchParams } = new URL(url);
  if (isPlain && !pathname.endsWith('/recover'))
    throw new LimioError('upstream_invalid', 'Limio answered with a link that acts for an account.');
  if (endOf(searchParams.get('recover') ?? searchParams.get('cl')) < now - LEEWAY_MS)
    throw new LimioError(
      'upstream_invalid',
      'Limio answered with a link that is over already, or the clock of this machine is ahead.',
    );
  return url;
}

/** Until when a signed link opens, in milliseconds since 1970; for ever, as far as can be told, where it does not say so. */
function endOf(token: string | null): number {
  const payload = token?.split('.')[1];
  if (!payload) return Infinity;
  try {
    // Read only, never trusted: the library that verifies tokens is loaded where there is one to verify.
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const { exp } = JSON.parse(text) as { exp?: unknown };
    return typeof exp === 'number' && exp > 0 ? exp * 1000 : Infinity;
  } catch {
    return Infinity;
  }
}
