import { ERROR_HELP } from '../../core/errors/help/error-help.ts';
import { LimioError, type LimioErrorCode } from '../../core/errors/limio-error.ts';
import type { UpstreamReply } from '../operations/operation.ts';

/**
 * The error for a request that Limio refused.
 *
 * Its message says which call and which status. What Limio wrote is kept apart, as it may hold a personal detail:
 * loggers and `JSON.stringify` do not see it.
 *
 * @example
 * catch (error) {
 *   if (error instanceof UpstreamError && error.code === 'subscription_pending') error.until; // '2026-12-01'
 * }
 */
export class UpstreamError extends LimioError {
  readonly #status: number;
  readonly #reason: string | undefined;

  constructor(code: LimioErrorCode, subject: string, { status, reason }: UpstreamReply) {
    const [meaning, remedy] = ERROR_HELP[code];
    super(code, `${subject}: ${meaning} (status ${status}). ${remedy}`);
    this.#status = status;
    this.#reason = reason && redact(reason);
  }

  /** HTTP status of Limio's reply. */
  get status(): number {
    return this.#status;
  }

  /** What Limio wrote, at most 500 characters. Addresses, links and tokens in it are replaced by `[…]`. */
  get reason(): string | undefined {
    return this.#reason;
  }

  /** The first ISO 8601 date or instant in the reason, such as the day a pending change takes effect. */
  get until(): string | undefined {
    const written = this.#reason?.match(/\b\d{4}-\d\d-\d\d(T[\d:.]+(Z|[+-]\d\d:?\d\d)?)?/g);
    return written?.find((text) => !Number.isNaN(Date.parse(text)));
  }
}

/** What a status means on any operation. */
export function codeForStatus(status: number): LimioErrorCode {
  if (status === 401) return 'credentials_refused';
  return status >= 500 || status === 429 || status === 408 ? 'upstream_unavailable' : 'upstream_rejected';
}

/** E-mail addresses, addresses and paths with a query, bearer tokens, JWTs and other long secrets. */
const CONFIDENTIAL =
  /\S+@\S+|(https?:\/)?\/\S*\?\S*|\bBearer\s+\S+|\b[\w-]+\.[\w-]{8,}\.[\w-]{8,}|[\w+/=-]{32,}/gi;

/** Ids of baskets and orders are long, but open no door. */
const BASKET_ID = /^(basket-)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

const redact = (text: string): string =>
  text
    .slice(0, 2000)
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(CONFIDENTIAL, (found) => (BASKET_ID.test(found) ? found : '[…]'))
    .slice(0, 500);
