/** `limio-offers/server`: the backend, for any runtime that has `fetch`. */
export { limioBackend, type LimioBackend } from './server/backend.ts';
export type { Connection } from './server/request-context.ts';
export type { BackendOptions, Challenge, EventsOptions } from './server/options.ts';
export { optionsFrom } from './server/environment/options-from.ts';
export type { ContextOptions } from './server/gate/context-token.ts';
export type { AgentOptions } from './server/agents/agent-options.ts';
export { parseKeys, type Key, type ReadKeys, type Scope } from './server/gate/keys.ts';
export { startRenewal, type RenewalOptions } from './server/renewals/start-renewal.ts';
export type { RenewalAnswer, RenewalRequest } from './contract/renewal.ts';
export { createQuote, type QuoteOptions } from './server/quotes/create-quote.ts';
export type { QuoteAnswer, QuoteRequest } from './contract/quote.ts';
export { signContext, type SignOptions } from './server/gate/sign-context.ts';
export type { Expiry, Identity } from './server/gate/identity.ts';
export type { Limits } from './server/gate/limits.ts';
export type { LogLine } from './server/request-log.ts';
export { lambdaHandler, type LambdaAnswer, type LambdaEvent } from './server/lambda.ts';
export { memoryState } from './server/state/memory-state.ts';
export { redisState, type RedisClient, type RedisStateOptions } from './server/state/redis-state.ts';
export { LimioState } from './server/state/durable-object.ts';
export {
  durableState,
  type DurableNamespace,
  type DurableStateOptions,
  type RateLimiter,
} from './server/state/durable-state.ts';
export type { BackendState, Limit } from './server/state/state.ts';
export { turnstile, type TurnstileOptions } from './server/gate/challenges/turnstile.ts';
export {
  recaptcha,
  recaptchaEnterprise,
  type RecaptchaEnterpriseOptions,
  type RecaptchaOptions,
} from './server/gate/challenges/recaptcha.ts';
export type { BasketData, BasketEvent, BasketEventType } from './server/abandoned/basket-event.ts';
export type { CheckpointStore } from './server/abandoned/checkpoint-store.ts';
export { redisCheckpoint, type RedisCheckpointOptions } from './server/abandoned/redis-checkpoint.ts';
export { signedWebhook, type Deliver, type SignedWebhookOptions } from './server/abandoned/signed-webhook.ts';
export { tellBaskets, type Round, type TellBasketsOptions } from './server/abandoned/tell-baskets.ts';
export { watchAbandonedBaskets, type WatchOptions } from './server/abandoned/watch-abandoned-baskets.ts';
export { kindIn, type BasketKind } from './server/checkout/basket-kind.ts';
export { boughtIn } from './server/events/bought.ts';
export type { KeptRound } from './server/events/kept-purchases.ts';
export type { PurchaseReceiver } from './server/events/tell-purchases.ts';
export type { LimioEvent } from './server/events/limio-event.ts';
export { isQuoteId, isRenewalId, quoteIdOf, renewalIdOf } from './server/checkout/external-id.ts';
export { LimioError, type LimioErrorCode } from './core/errors/limio-error.ts';
