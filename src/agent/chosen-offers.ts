import { LimioError } from '../core/errors/limio-error.ts';
import { isForSale } from '../core/offer/is-for-sale.ts';
import { offerAddress } from '../core/link/offer-address.ts';
import type { Offer } from '../core/offer/offer.ts';
import { shownPath } from './agent-offer.ts';
import type { AgentShop } from './agent-shop.ts';
import { nearest } from './nearest.ts';
import { plainText } from './plain-text.ts';
import { codeSpan, markdownLink } from './say/markdown.ts';

/** Most names that are offered in place of one that is not known. */
const MAX_NEAR = 5;

/**
 * The offers that an agent named, each on sale now. A path is understood as it was shown or as it is in the
 * catalogue, letter by letter; a model that makes one up is told what there is instead.
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
  return paths.map((path) => {
    const offer =
      onSale.find((each) => each.path === path) ?? onSale.find((each) => shownPath(each) === path);
    if (!offer) throw unavailable(path, onSale);
    if (offer.href !== undefined) throw soldElsewhere(offer);
    return offer;
  });
}

/** No checkout link is made up for what the merchant sells, or talks about, somewhere else. */
function soldElsewhere({ path, href = '' }: Offer): LimioError {
  const address = offerAddress(href);
  const remedy = address
    ? `Give the buyer ${markdownLink('its page', address)}.`
    : 'Send the buyer to the seller.';
  return new LimioError(
    'offer_unavailable',
    `${codeSpan(plainText(path, 80))} has no checkout here. ${remedy}`,
  );
}

function unavailable(path: string, onSale: readonly Offer[]): LimioError {
  const near = nearest(path, onSale.map(shownPath), MAX_NEAR).map(codeSpan);
  const remedy = near.length
    ? `Paths like it: ${near.join(', ')}. Ask the buyer which one is meant.`
    : 'Call list_offers and use a `path` from its answer.';
  return new LimioError('offer_unavailable', `${codeSpan(plainText(path, 80))} is not on sale. ${remedy}`);
}
