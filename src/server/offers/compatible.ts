import { goesWith } from '../../catalog/add-on.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { factsOf } from './facts.ts';

/** Whether an add-on goes with an offer, both as they were read from the catalogue. */
export function isCompatible(addOn: Offer, offer: Offer): boolean {
  const [own, other] = [factsOf(addOn), factsOf(offer)];
  return !!own && !!other && goesWith(own, other);
}
