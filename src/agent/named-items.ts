import type { Offer } from '../core/offer/offer.ts';
import { shownPath } from './agent-offer.ts';
import { nearest } from './nearest.ts';
import { offersSpelled } from './offers-spelled.ts';

/** Most offers of one address. */
const MAX_ITEMS = 10;

/** Most offers that are shown where it is not clear which is meant. */
const MAX_SHOWN = 5;

/** What an address names: offers, or one item that is not clear, and what may be meant by it. */
export type NamedItems = { offers: Offer[] } | UnclearItem;

export interface UnclearItem {
  /** As it was written; empty where nothing was, or too much. */
  item: string;
  /** Whether something of that name is on sale. */
  isKnown: boolean;
  meant: Offer[];
}

/**
 * Reads the offers that an address names, as people and models write them: `pro,team`, or as links of the Universal
 * Commerce Protocol have them: `~L29mZmVyczIvUHJv:1`. How many of each is the buyer's choice at the checkout, as a
 * purchase link holds no quantity.
 *
 * @param items names or paths with commas between them, each with a number behind a colon or without.
 * @param offers the whole catalogue.
 * @param isOnSale whether an offer of it may be bought now.
 * @see https://ucp.dev/2026-08-25/specification/permalink
 *
 * @example
 * namedItems('pro-team:2', offers, () => true); // { offers: [{ path: '/offers2/Pro Team', name: 'Pro Team' }] }
 */
export function namedItems(
  items: string,
  offers: readonly Offer[],
  isOnSale: (offer: Offer) => boolean,
): NamedItems {
  const named = items.split(',').map((item) => item.trim().replace(/:\d{1,6}$/, ''));
  const texts = [...new Set(named.filter(Boolean))].map((item) =>
    item.startsWith('~') ? tokenText(item.slice(1)) : item,
  );
  const found = new Set<Offer>();
  if (texts.length <= MAX_ITEMS)
    for (const item of texts) {
      const exact = offers.find((offer) => offer.path === item && isOnSale(offer));
      const meant = exact ? [exact] : offersSpelled(item, offers).filter(isOnSale);
      if (meant.length !== 1) return unclear(item, meant, offers, isOnSale);
      found.add(meant[0]!);
    }
  return found.size ? { offers: [...found] } : unclear('', [], offers, isOnSale);
}

/** With what may be meant, what is like it, or the first of what there is. */
function unclear(
  item: string,
  meant: readonly Offer[],
  offers: readonly Offer[],
  isOnSale: (offer: Offer) => boolean,
): UnclearItem {
  if (meant.length) return { item, isKnown: true, meant: meant.slice(0, MAX_SHOWN) };
  const onSale = offers.filter(isOnSale);
  const near = nearest(item, onSale.map(shownPath), MAX_SHOWN);
  const like = onSale.filter((offer) => near.includes(shownPath(offer)));
  return { item, isKnown: false, meant: (like.length ? like : onSale).slice(0, MAX_SHOWN) };
}

/** Text of a token in base64url; nothing where it is none, or not one of ours. */
function tokenText(token: string): string {
  try {
    const bytes = Uint8Array.from(atob(token.replace(/-/g, '+').replace(/_/g, '/')), (sign) =>
      sign.charCodeAt(0),
    );
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return /\p{Cc}/u.test(text) ? '' : text;
  } catch {
    return '';
  }
}
