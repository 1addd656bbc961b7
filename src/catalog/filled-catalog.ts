import type { Offer } from '../core/offer/offer.ts';
import { readOffer } from '../core/offer/read-offer.ts';
import { unfilledProblem, withoutUnfilled } from '../core/offer/unfilled.ts';
import type { Catalog } from './collect-offers.ts';

/**
 * A list without the words that a template printed where it had nothing to fill in. Each offer that had such a word is
 * reported in `dropped`.
 *
 * @example
 * filledCatalog({ offers: [{ path: '/offers2/Pro', name: 'undefined' }], dropped: [] }).offers; // [{ path: '/offers2/Pro', name: 'Pro' }]
 */
export function filledCatalog<List extends Pick<Catalog, 'offers' | 'dropped'>>(list: List): List {
  const dropped = [...list.dropped];
  const offers = list.offers.map((offer): Offer => {
    const problem = unfilledProblem(offer);
    if (!problem) return offer;
    dropped.push(problem);
    return readOffer(withoutUnfilled(offer)) ?? offer;
  });
  return { ...list, offers, dropped };
}
