import { ERROR_HELP } from '../../core/errors/help/error-help.ts';
import { LimioError, type LimioErrorCode } from '../../core/errors/limio-error.ts';

/**
 * The error for a call that Limio did not answer as it should. Says which call and what is wrong, never
 * what Limio wrote: that may hold a personal detail.
 *
 * @example
 * callError('promo_refused', 'applyPromoCode', 'status 400').message;
 * // 'applyPromoCode: Limio refused the promo code (status 400). It is unknown, expired, or does not go with the offer.'
 */
export function callError(
  code: LimioErrorCode,
  subject: string,
  detail: string,
  options?: ErrorOptions,
): LimioError {
  const [meaning, remedy] = ERROR_HELP[code];
  return new LimioError(code, `${subject}: ${meaning} (${detail}). ${remedy}`, options);
}

/**
 * The error for whatever was thrown while a signal was being watched: the deadline, somebody moving on, or
 * a connection that failed.
 */
export function interruption(error: unknown, subject: string, signal: AbortSignal): LimioError {
  if (error instanceof LimioError) return error;
  if (isTimeout(signal.aborted ? signal.reason : error))
    return callError('upstream_timeout', subject, 'the deadline has passed');
  if (signal.aborted) return callError('cancelled', subject, 'the signal was aborted');
  // Such as "fetch failed"; its cause names hosts and ports, so the message does not.
  return callError('upstream_unavailable', subject, 'no answer', { cause: error });
}

/** The system's word for what kept an answer from coming, such as `ECONNREFUSED`; it names no host. */
export function systemCode({ cause }: Error): string | undefined {
  for (let error = cause, depth = 0; error && depth < 4; error = (error as Error).cause, depth++) {
    const { code } = error as { code?: unknown };
    if (typeof code === 'string' && /^[A-Z][A-Z\d_]{2,60}$/.test(code)) return code;
  }
  return undefined;
}

const isTimeout = (reason: unknown): boolean =>
  (reason as { name?: unknown } | undefined)?.name === 'TimeoutError';
