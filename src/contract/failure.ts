import type { AnswerCode } from '../core/errors/error-codes.ts';

/** The codes that the backend answers with, all of which the element understands, and the HTTP status of each. */
export const STATUS = {
  bad_request: 400,
  key_invalid: 401,
  context_invalid: 403,
  context_unverified: 503,
  origin_denied: 403,
  challenge_failed: 403,
  not_found: 404,
  offer_unavailable: 404,
  subscription_unknown: 404,
  basket_unknown: 404,
  method_not_allowed: 405,
  timeout: 408,
  offer_changed: 409,
  conflict: 409,
  change_refused: 409,
  too_large: 413,
  unsupported_media_type: 415,
  subscription_pending: 423,
  rate_limited: 429,
  internal: 500,
  upstream_rejected: 502,
  upstream_invalid: 502,
  state_unavailable: 503,
  upstream_unavailable: 503,
  upstream_timeout: 504,
} as const satisfies Record<AnswerCode, number>;

/** A code that the backend answers with. */
export type FailureCode = keyof typeof STATUS;
