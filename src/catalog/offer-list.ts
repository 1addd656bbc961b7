import { LimioError } from '../core/errors/limio-error.ts';
import { fieldsOf } from '../core/read-fields.ts';
import { isPlainPrice } from '../core/price/given-price.ts';
import { readOffer, readPrice } from '../core/offer/read-offer.ts';
import { collectOffers, type Catalog } from './collect-offers.ts';
import { isOfferRecord } from './offer-record.ts';

export type { Catalog } from './collect-offers.ts';

/** See `written-offer.ts`, which most lists do not need. */
type WrittenReader = Pick<typeof import('./written-offer.ts'), 'readWrittenOffer'>;

/** Whether a document is a recorded reply of Limio, which needs the catalogue module to be read. */
export function isLimioReply(document: unknown): boolean {
  const isItem = (entry: unknown) => 'data' in fieldsOf(entry);
  return Array.isArray(document) ? document.some(isItem) : Array.isArray(fieldsOf(document)['items']);
}

/**
 * Reads offers in our own shape: a list, or a document with `offers`. One bad offer never hides the others.
 *
 * @param written the reader of offers that are written as people write them, where there are such.
 * @throws {LimioError} `json_invalid` when there is no list
 */
export function parseOfferList(document: unknown, written?: WrittenReader): Catalog {
  const read = written?.readWrittenOffer ?? readOffer;
  const from = fieldsOf(document);
  const { offers: list = document } = from;
  if (!Array.isArray(list))
    throw new LimioError('json_invalid', 'The offers are not a list. Use [ { "path": "/offers2/Pro" } ].');
  return collectOffers(list, from, (entry) => (isOfferRecord(entry) ? read(entry) : undefined));
}

/** Whether a list holds prices that cannot be shown as they are written, or what cannot be written at all. */
export function isWritten(document: unknown): boolean {
  const list = fieldsOf(document)['offers'] ?? document;
  if (!Array.isArray(list)) return false;
  try {
    return !list.every((entry) => isPlainPrice(entry, { price: readPrice(fieldsOf(entry)['price']) }));
  } catch {
    return true;
  }
}
