import { LimioError } from '../../core/errors/limio-error.ts';
import { interruption } from './call-error.ts';
import type { CallMetrics } from './call-metrics.ts';
import type { Answer } from './fetch-json.ts';
import { retryDelay } from './retry-delay.ts';

/** What a retry goes by. */
export interface RetryDeps {
  /** Milliseconds on the client's clock. */
  now: () => number;
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * An attempt and, if a retry can help and there is time, one more. The first has all the time there is: a slow Limio
 * sells, too, and only what fails fast is repeated.
 *
 * @param metrics of the call: an attempt that sent nothing, as there was no token, is not repeated.
 * @param limits the signal of whoever asked, and the instant after which an answer is of no use.
 */
export async function withRetry(
  attempt: () => Promise<Answer>,
  metrics: Readonly<CallMetrics>,
  { signal, deadline }: { signal: AbortSignal; deadline: number },
  { now, random, sleep }: RetryDeps,
): Promise<Answer> {
  const first = await attempt().catch((error: unknown) => interruption(error, metrics.operation, signal));
  const remaining = deadline - now();
  const wait = metrics.attempts ? retryDelay(first, { remaining, now: now(), random }) : undefined;
  if (wait !== undefined) {
    await sleep(wait, signal);
    return attempt();
  }
  if (first instanceof LimioError) throw first;
  return first;
}
