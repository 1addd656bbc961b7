import { compatibility, goesWith, type Compatibility } from '../../catalog/add-on.ts';
import type { Offer } from '../../core/offer/offer.ts';

/** What decides which add-ons go with which offers; of no use to a browser, so no part of an offer. */
const known = new WeakMap<Offer, Compatibility>();

/** Keeps what an item of Limio's catalogue says about what goes with it. */
export const keepCompatibility = (offer: Offer, item: unknown): void =>
  void known.set(offer, compatibility(item));

/** What was kept of an offer. */
export const compatibilityOf = (offer: Offer): Compatibility | undefined => known.get(offer);

/** Whether an add-on goes with an offer, both as they were read from the catalogue. */
export function isCompatible(addOn: Offer, offer: Offer): boolean {
  const [own, other] = [known.get(addOn), known.get(offer)];
  return !!own && !!other && goesWith(own, other);
}
