/**
 * What an importer gets: the class, its events and types. Importing it registers nothing; `limio-offers/define` does.
 * @module
 */
export { LimioError, type LimioErrorCode } from './core/errors/limio-error.ts';
export type { Charge, Feature, Interval, Offer, Price, Quantity, Segment } from './core/offer/offer.ts';
export { purchaseLink, readPurchaseLink, type PurchaseLink } from './core/link/purchase-link.ts';
export { safeLink } from './core/link/safe-link.ts';
export { LimioChallengeEvent } from './element/assisted-checkout/challenge-event.ts';
export { LimioFallbackEvent } from './element/assisted-checkout/fallback-event.ts';
export { LimioHandoffEvent } from './element/assisted-checkout/handoff-event.ts';
export {
  LimioCheckoutEvent,
  LimioErrorEvent,
  LimioReadyEvent,
  LimioSelectEvent,
  type OfferSource,
} from './element/events/events.ts';
export { LimioOffersElement } from './element/limio-offers.ts';
