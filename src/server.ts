/** `limio-offers/server`: the backend, for any runtime that has `fetch`. */
export { limioBackend, type LimioBackend } from './server/backend.ts';
export type { Connection } from './server/request-context.ts';
export type { BackendOptions, Challenge } from './server/options.ts';
export type { ContextOptions } from './server/gate/context-token.ts';
export type { AgentOptions } from './server/agents/agent-options.ts';
export { parseKeys, type Key, type ReadKeys, type Scope } from './server/gate/keys.ts';
export { startRenewal, type RenewalOptions } from './server/renewals/start-renewal.ts';
export type { RenewalAnswer, RenewalRequest } from './contract/renewal.ts';
export { createQuote, type QuoteOptions } from './server/quotes/create-quote.ts';
export type { QuoteAnswer, QuoteRequest } from './contract/quote.ts';
export type { Expiry, Identity } from './server/gate/identity.ts';
export type { Limits } from './server/gate/limits.ts';
export type { LogLine } from './server/request-log.ts';
export { memoryState } from './server/state/memory-state.ts';
export { redisState, type RedisClient, type RedisStateOptions } from './server/state/redis-state.ts';
export type { BackendState, Limit } from './server/state/state.ts';
export { turnstile, type TurnstileOptions } from './server/gate/turnstile.ts';
export { LimioError, type LimioErrorCode } from './core/errors.ts';
