import { html, nothing } from 'lit';
import type { Settings } from '../settings.ts';
import type { CardView } from '../view/view.ts';

export { besideCards } from '../light-dom/beside-cards.ts';
export { cardLinks } from '../light-dom/card-links.ts';

/** Says where an offer leads that is not sold in the shop: the host, the mailbox, the number. */
export function renderPlace({ offer, href = '' }: CardView, settings: Settings) {
  const place = offer.href && href ? placeOf(href, settings) : '';
  return place ? html`<p class="place" dir="auto" .textContent=${place}></p>` : nothing;
}

/** Nothing for a page of the same site, or of the shop. */
function placeOf(href: string, { shop, pageUrl }: Settings): string {
  const { host, pathname } = new URL(href, pageUrl);
  const isKnown = host && (`${shop}/`.includes(`//${host}/`) || new URL(pageUrl).host === host);
  return isKnown ? '' : host || pathname;
}
