/**
 * Offers as HTML that sells before any script has run: for servers and build scripts, on any runtime.
 * @module
 */
export { LimioError, type LimioErrorCode } from './core/errors/limio-error.ts';
export type { Offer } from './core/offer/offer.ts';
export type { Form, RenderOptions } from './html/options.ts';
export { renderOffers } from './html/render-offers.ts';
export { styleHashes } from './html/style-hashes.ts';
