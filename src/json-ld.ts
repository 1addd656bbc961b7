/**
 * Offers as structured data of schema.org: pure functions for the browser, a server or a build script.
 * @module
 */
export { LimioError, type LimioErrorCode } from './core/errors/limio-error.ts';
export type { Offer } from './core/offer/offer.ts';
export type {
  AggregateOfferData,
  OfferData,
  ProductData,
  StructuredData,
} from './structured-data/describe-offers.ts';
export { jsonLd, jsonLdScript, type JsonLdOptions } from './structured-data/json-ld.ts';
export type { CompoundPrice, UnitPrice } from './structured-data/price-specification.ts';
