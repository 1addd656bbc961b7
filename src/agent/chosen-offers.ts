import { isForSale } from '../core/offer/is-for-sale.ts';
import type { Offer } from '../core/offer/offer.ts';
import { offersNamed } from './agent-offer.ts';
import type { AgentShop } from './agent-shop.ts';
import { soldElsewhere } from './sold-elsewhere.ts';
import { unknownPath } from './unknown-path.ts';

/**
 * The offers that an agent named, each once, and on sale now. A path is understood as it was shown or as it is in
 * the catalogue, letter by letter; a model that makes one up is told what there is instead.
 *
 * @throws {LimioError} `offer_unavailable`, in words for a model
 */
export async function chosenOffers(
  paths: readonly string[],
  country: string | undefined,
  shop: AgentShop,
): Promise<Offer[]> {
  const { offers } = await shop.readOffers();
  const onSale = offers.filter((offer) => isForSale(offer, { now: shop.now(), country }));
  const chosen = offersNamed(paths, onSale).map((offer, position) => {
    if (!offer) throw unknownPath(paths[position]!, { offers, onSale }, 'list_offers', country);
    if (offer.href) throw soldElsewhere(offer);
    return offer;
  });
  return [...new Set(chosen)];
}
