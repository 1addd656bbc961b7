import { LimioError } from '../../core/errors/limio-error.ts';
import { retryAfter } from '../../core/retry-after.ts';
import { isTooLarge, type Answer } from './fetch-json.ts';

/** A retry is worth its while only if so much time remains for it, in milliseconds. */
const MIN_RETRY_MS = 700;

/** Longest wait before a retry that Limio has not asked for, in milliseconds. */
const MAX_BACK_OFF_MS = 200;

/**
 * How long to wait before asking once more.
 *
 * @param outcome what the first attempt came to.
 * @param remaining milliseconds until the deadline.
 * @param now milliseconds since 1970, to read a date in `retry-after`.
 * @returns milliseconds, or `undefined` when a retry cannot help or cannot end in time.
 *
 * @example
 * retryDelay({ status: 503, headers }, { remaining: 1500, now, random: () => 0.5 }); // 100
 */
export function retryDelay(
  outcome: Answer | LimioError,
  { remaining, now, random }: { remaining: number; now: number; random: () => number },
): number | undefined {
  if (!isTransient(outcome)) return undefined;
  const wait = prescribedWait(outcome, now) ?? random() * MAX_BACK_OFF_MS;
  return remaining - wait >= MIN_RETRY_MS ? wait : undefined;
}

/** Whether the trouble may be over soon, so that the same request can succeed. */
function isTransient(outcome: Answer | LimioError): boolean {
  // A time-out is final: it had all the time there was.
  if (outcome instanceof LimioError)
    // A page in place of JSON is what gateways answer with while something behind them is being replaced.
    return (
      outcome.code === 'upstream_unavailable' || (outcome.code === 'upstream_invalid' && !isTooLarge(outcome))
    );
  // See assumption bad-gateway. From 520 on are the statuses of CDNs for an origin that they could not ask.
  return outcome.status >= 520 || [408, 429, 500, 502, 503, 504].includes(outcome.status);
}

/** The wait that the outcome itself prescribes, in milliseconds; `undefined` when it prescribes none. */
function prescribedWait(outcome: Answer | LimioError, now: number): number | undefined {
  // See assumption retry-after.
  return outcome instanceof LimioError ? undefined : retryAfter(outcome.headers, now);
}
