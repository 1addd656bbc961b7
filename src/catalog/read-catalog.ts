import { LimioError } from '../core/errors/limio-error.ts';
import type { Offer } from '../core/offer/offer.ts';
import { readOffer } from '../core/offer/read-offer.ts';
import { fieldsOf } from '../core/read-fields.ts';
import { collectOffers, type Catalog } from './collect-offers.ts';
import { listIn } from './list-in.ts';
import { isOfferRecord, NO_OFFER } from './offer-record.ts';
import { readRawItem } from './raw-item.ts';
import { isSoldOnline, rawOffer } from './raw-offer.ts';

/**
 * Reads a list of offers in any of its shapes: a reply of Limio's Offers V2, recorded or live, in either of its
 * envelopes; a bare array of its items; our own document `{ offers, asOf, stale }`; an array of our offers.
 * Shapes may mix.
 *
 * Records that are no offers, and offers that are not sold online, are passed over in silence. Dates and countries are kept, not
 * judged, as a list may be shown long after it was read.
 *
 * @param document parsed JSON.
 * @throws {LimioError} `invalid_response` when it is no list of offers at all
 * @see https://docs.limio.com/developers/api-documentation (Offers V2)
 *
 * @example
 * readCatalog({ items: [{ path: '/offers2/Pro', data: { attributes: { display_name__limio: 'Pro' } } }] }).offers;
 * // [{ path: '/offers2/Pro', name: 'Pro' }]
 */
export function readCatalog(document: unknown): Catalog {
  const from = fieldsOf(document);
  const list = listIn(document);
  if (!list) {
    const given =
      document === null ? 'null' : 'error' in from ? 'an answer with an `error`' : typeof document;
    throw new LimioError(
      'invalid_response',
      `That is no list of offers: ${given}. Use an array, { "offers": [] } or a reply of Limio's Offers V2.`,
    );
  }
  return collectOffers(list, from, readEntry);
}

function readEntry(entry: unknown): Offer | null | undefined {
  const item = readRawItem(entry);
  if (item && !isSoldOnline(item)) return null;
  const offer = readOffer(item ? rawOffer(item) : entry);
  // An entry whose path cannot be read, or names nothing, is reported; a record of another kind is passed over in silence.
  if (!offer || NO_OFFER.test(offer.path)) return undefined;
  return isOfferRecord(entry) ? offer : null;
}
