import { isModifiedClick, navigate } from '../../core/navigate.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { readPlainOffer } from '../../core/offer/plain-offer.ts';
import { givenOffer, linkOf, meant } from './offer-link.ts';
import { purchaseLinkBuilder } from '../view/purchase-link-builder.ts';
import type { Settings } from '../settings.ts';

/** What a link that stays on the page sells, and the address it has with promo code and campaign. */
interface PageLink {
  offer: Offer;
  href: string;
}

/**
 * Takes over a click on a purchase link that stays on the page: it counts, and carries, what that of a card would.
 * The link itself is left as it is.
 *
 * @param onLink is told of it first, and may prevent it.
 */
export function followPageLink(
  event: MouseEvent,
  settings: Settings,
  onLink: (link: PageLink, event: MouseEvent) => void,
): void {
  const anchor = (event.target as Element).closest('a');
  if (!anchor || event.defaultPrevented) return;
  const link = linkOf(anchor);
  const offer = link?.offers && readPlainOffer(givenOffer({ said: meant(anchor), link }, undefined, false));
  const href = offer && purchaseLinkBuilder({ links: new Map([[offer.path, link!]]) }, settings)([offer]);
  if (!href || new URL(href).origin !== link!.shop) return;
  onLink({ offer, href }, event);
  if (event.defaultPrevented || isModifiedClick(event) || href === anchor.href) return;
  event.preventDefault();
  navigate(anchor.ownerDocument, href, anchor.target);
}
