import { LimioError } from '../core/errors/limio-error.ts';
import { fieldsOf } from '../core/read-fields.ts';
import { isPlainPrice } from '../core/price/given-price.ts';
import { readOffer, readPrice } from '../core/offer/read-offer.ts';
import { collectOffers, type Catalog } from './collect-offers.ts';
import { isOfferRecord } from './offer-record.ts';

export type { Catalog } from './collect-offers.ts';

/** Whether a document is a recorded reply of Limio, which needs the catalogue module to be read. */
export function isLimioReply(document: unknown): boolean {
  const isItem = (entry: unknown) => entry && typeof entry === 'object' && 'data' in entry;
  return Array.isArray(document)
    ? document.some(isItem)
    : Array.isArray((document as { items?: unknown } | null | undefined)?.items);
}

/**
 * Reads offers in our own shape: a list, or a document with `offers`. One bad offer never hides the others.
 *
 * @param read reads one offer; `readWrittenOffer` where prices are written as people write them.
 * @throws {LimioError} `json_invalid` when there is no list
 */
export function parseOfferList(document: unknown, read = readOffer): Catalog {
  const from = (document ?? {}) as Record<string, unknown>;
  const { offers: list = document } = from;
  if (!Array.isArray(list))
    throw new LimioError('json_invalid', 'The offers are not a list. Use [ { "path": "/offers2/Pro" } ].');
  return collectOffers(list, from, (entry) => (isOfferRecord(entry) ? read(entry) : undefined));
}

/** Whether a list holds prices that cannot be read as they are written. */
export function hasWrittenPrices(document: unknown): boolean {
  const list = fieldsOf(document)['offers'] ?? document;
  return (
    Array.isArray(list) &&
    list.some((entry) => !isPlainPrice(entry, { price: readPrice(fieldsOf(entry)['price']) }))
  );
}
