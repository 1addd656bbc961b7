import { LimioError, type LimioErrorCode } from '../core/errors.ts';

/** The codes this backend answers with, and the HTTP status of each. */
export const STATUS = {
  bad_request: 400,
  context_invalid: 403,
  origin_denied: 403,
  challenge_failed: 403,
  not_found: 404,
  offer_unavailable: 404,
  method_not_allowed: 405,
  timeout: 408,
  offer_changed: 409,
  conflict: 409,
  too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  upstream_rejected: 502,
  upstream_invalid: 502,
  upstream_unavailable: 503,
  upstream_timeout: 504,
} as const satisfies Partial<Record<LimioErrorCode, number>>;

/** A code this backend answers with. */
export type RefusalCode = keyof typeof STATUS;

/** What goes with a refusal besides its code. */
export interface RefusalDetails {
  /** Paths of the fields that are wrong, `customer.email`. */
  fields?: readonly string[];
  headers?: Readonly<Record<string, string>>;
}

/** A request of a caller that is not done, and why. */
export class Refusal extends LimioError {
  declare readonly code: RefusalCode;
  readonly details: RefusalDetails;

  constructor(code: RefusalCode, message: string, details: RefusalDetails = {}) {
    super(code, message);
    this.details = details;
  }
}

/**
 * The code to answer with, whatever was thrown. Only our own refusals blame the caller: a `bad_request` of
 * the Limio client means that our own configuration or code is wrong.
 */
export function refusalCode(error: unknown): RefusalCode {
  if (error instanceof Refusal) return error.code;
  // The deadline of the request; whatever we were waiting for, it was on behalf of Limio.
  if (error instanceof DOMException && error.name === 'TimeoutError') return 'upstream_timeout';
  if (!(error instanceof LimioError)) return 'internal';
  const { code } = error;
  if (code === 'link_refused') return 'upstream_invalid';
  if (code === 'cancelled') return 'upstream_timeout';
  return code.startsWith('upstream_') ? (code as RefusalCode) : 'internal';
}
