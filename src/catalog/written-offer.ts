import type { Offer } from '../core/offer/offer.ts';
import { fieldsOf, ownFields } from '../core/read-fields.ts';
import { isPlainPrice } from '../core/price/given-price.ts';
import { readOffer } from '../core/offer/read-offer.ts';
import { readWrittenPrice } from '../core/price/written-price.ts';
import { mendAttributes } from './printed-attributes.ts';
import { mendJson } from './printed-json.ts';

export { mendedLink } from '../core/link/mended-link.ts';
export { filledCatalog } from './filled-catalog.ts';
export { parseJson } from './parse-json.ts';

/** Mends what programs have printed as text, in an element or right behind it. */
export function mendPrinted(host: Element): void {
  mendJson(host);
  mendAttributes(host);
}

/**
 * Reads an offer in our own shape that is written as people write it: a price such as `29,00 €` and `monthly`.
 *
 * A price that nobody can read is shown as the text it is.
 */
export function readWrittenOffer(entry: unknown): Offer | undefined {
  const offer = readOffer(entry);
  if (!offer || isPlainPrice(entry, offer)) return offer;
  const { price: _, ...rest } = offer;
  const { price, displayPrice } = readWrittenPrice(fieldsOf(entry)['price']);
  return ownFields({ ...(displayPrice && { displayPrice }), ...rest, ...(price && { price }) });
}
