import { filledCatalog } from './filled-catalog.ts';
import { isWritten, isLimioReply, parseOfferList, type Catalog } from './offer-list.ts';
import { readCatalog } from './read-catalog.ts';
import * as written from './written-offer.ts';

/**
 * Reads a list of offers in any shape that a page may name or hold, as the element reads it, with every reader at hand.
 *
 * @param document parsed JSON.
 * @throws {LimioError} `invalid_response` or `json_invalid` when it is no list of offers
 *
 * @example
 * readAnyList([{ path: '/offers2/Pro', price: '29 EUR' }]).offers[0].price; // { amount: '29', currency: 'EUR' }
 */
export const readAnyList = (document: unknown): Catalog =>
  filledCatalog(
    isLimioReply(document)
      ? readCatalog(document)
      : parseOfferList(document, isWritten(document) ? written : undefined),
  );
