import { html, nothing } from 'lit';
import { readPurchaseLink } from '../../core/link/purchase-link.ts';
import type { Messages } from '../../locales/messages.ts';
import type { Settings } from '../settings.ts';
import type { CardView } from '../view/view.ts';

export { besideCards } from '../light-dom/beside-cards.ts';
export { cardLinks } from '../light-dom/card-links.ts';
export { enElsewhere as messages } from '../../locales/en-elsewhere.ts';

/** Says where an offer leads that is not sold in the shop: the host, the mailbox, the number. */
export function renderPlace({ offer, href = '' }: CardView, settings: Settings) {
  const place = offer.href && href ? placeOf(href, settings) : '';
  return place ? html`<p class="place" dir="auto" .textContent=${place}></p>` : nothing;
}

/** Nothing for a page of the same site, or of the shop. */
function placeOf(href: string, { shop, pageUrl }: Settings): string {
  const { host, pathname } = new URL(href, pageUrl);
  const known = `/${shop}/${new URL(pageUrl).host}/`;
  return host && known.includes(`/${host}/`) ? '' : host || pathname;
}

/**
 * Marks the cards of offers that the customer has already: they sell nothing, and lead on where the offer does. What
 * leads elsewhere says so on its button, where the merchant says nothing.
 */
export function completeCards(cards: readonly CardView[], current: string, words: Messages): CardView[] {
  const paths = current.split(/\s*\|\s*/).flatMap(spellings);
  return cards.map((card) => {
    const { href, path, cta } = card.offer;
    const named = href && !cta ? { ...card, cta: words.onward } : card;
    return paths.includes(path) ? { ...named, isCurrent: true, href: href && card.href } : named;
  });
}

/** A path as it is, and as it is read in a purchase link, where it may be encoded. */
const spellings = (path: string): readonly string[] => {
  const query = path.replace(/[&#]/g, encodeURIComponent);
  return [path, ...(readPurchaseLink(`https://a.invalid?purchase=${query}`)?.offers ?? [])];
};

/** The mark on such a card, in place of another. */
export const renderCurrent = ({ isCurrent }: CardView, words: Messages) =>
  isCurrent ? html`<p class="badge quiet" part="badge" .textContent=${words.current}></p>` : nothing;
