import { LimioError } from '../core/errors/limio-error.ts';
import { offerAddress } from '../core/link/offer-address.ts';
import type { Offer } from '../core/offer/offer.ts';
import { shownPath } from './agent-offer.ts';
import { plainText } from './plain-text.ts';
import { codeSpan, markdownLink } from './say/markdown.ts';

/** Tells a model that no checkout link is made up for what the merchant sells, or talks about, somewhere else. */
export function soldElsewhere(offer: Pick<Offer, 'path' | 'href'>): LimioError {
  const address = offerAddress(offer.href ?? '');
  const remedy = address
    ? `Give the buyer ${markdownLink('its page', address)}.`
    : 'Send the buyer to the seller.';
  return new LimioError(
    'offer_unavailable',
    `${codeSpan(plainText(shownPath(offer), 80))} has no checkout here. ${remedy}`,
  );
}
