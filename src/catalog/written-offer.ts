import type { Offer } from '../core/offer/offer.ts';
import { fieldsOf } from '../core/read-fields.ts';
import { readOffer } from '../core/offer/read-offer.ts';
import { readWrittenPrice } from '../core/price/written-price.ts';

/**
 * Reads an offer in our own shape whose price is written as people write it, such as `29,00 €` and `monthly`.
 *
 * A price that nobody can read is shown as the text it is.
 */
export function readWrittenOffer(entry: unknown): Offer | undefined {
  const offer = readOffer(entry);
  const price = fieldsOf(entry)['price'];
  return offer && price && !offer.price ? { ...readWrittenPrice(price), ...offer } : offer;
}
