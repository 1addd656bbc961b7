import type { Offer } from '../../core/offer/offer.ts';
import { attributesOf } from './attribute-filters.ts';
import { compatibilityOf } from './compatible.ts';

const texts = new WeakMap<Offer, string>();

/** An offer as browsers get it, as JSON, written once. Its id is for orders; a browser has no use for it. */
export function wireText(offer: Offer): string {
  const there = texts.get(offer) ?? write(offer);
  texts.set(offer, there);
  return there;
}

/** Whether a new reading of an offer is the same as one that is kept, in everything that is known of it. */
export const isUnchanged = (kept: Offer, offer: Offer): boolean =>
  kept.id === offer.id && wireText(kept) === write(offer) && hidden(kept) === hidden(offer);

const hidden = (offer: Offer): string => JSON.stringify([compatibilityOf(offer), attributesOf(offer)]);

const write = ({ id: _, ...shown }: Offer): string => JSON.stringify(shown);
