/**
 * Purchase links without the element: pure functions for the browser, a server or a build script.
 * @module
 */
export { LimioError, type LimioErrorCode } from './core/errors.ts';
export { purchaseLink, readPurchaseLink, type PurchaseLink } from './core/purchase-link.ts';
