/** `limio-offers/limio`: Limio's Commerce API, typed in and out, for any runtime that has `fetch`. */
export { limioClient, type LimioClient, type OperationMethod } from './limio/client.ts';
export type { LimioClientOptions } from './limio/client-options.ts';
export type { CallMetrics } from './limio/transport/call-metrics.ts';
export type { AbandonedPage, Checkpoint, ReadAbandoned } from './limio/operations/abandoned-pages.ts';
export type { AbandonedBasket, ChangedBasket, UpdateBasket } from './limio/operations/basket.ts';
export type { CataloguePage, ListItems } from './limio/operations/catalogue.ts';
export type {
  AppliedPromoCode,
  ApplyPromoCode,
  InitiateCheckout,
  InitiatedCheckout,
  RenewCheckout,
  RenewedCheckout,
} from './limio/operations/checkout.ts';
export type { OperationName } from './limio/operations/operation.ts';
export type {
  InitiatedPartnerCheckout,
  InitiatePartnerCheckout,
  UpdatePartnerCheckout,
  ValidatedPartnerCheckout,
  ValidatePartnerCheckout,
} from './limio/operations/partner.ts';
export type {
  GetSubscriptionCheckout,
  StartSubscriptionCheckout,
  SubscriptionCheckout,
  UpdateSubscriptionCheckout,
} from './limio/operations/subscription.ts';
export type { Credentials } from './limio/token/request-token.ts';
export type { TokenStore } from './limio/token/token-store.ts';
export type { LimioHealth, RequestOptions } from './limio/transport/transport.ts';
export { UpstreamError } from './limio/transport/upstream-error.ts';
export type { Catalog } from './catalog/collect-offers.ts';
export { readCatalog } from './catalog/read-catalog.ts';
export type { Offer } from './core/offer/offer.ts';
export { LimioError, type LimioErrorCode } from './core/errors/limio-error.ts';
