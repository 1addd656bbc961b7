/**
 * Purchase links without the element: pure functions for the browser, a server or a build script.
 * @module
 */
export { LimioError, type LimioErrorCode } from './core/errors/limio-error.ts';
export { purchaseLink, readPurchaseLink, type PurchaseLink } from './core/link/purchase-link.ts';
