import { LRUCache } from 'lru-cache';
import { LimioError, type LimioErrorCode } from '../../core/errors/limio-error.ts';
import { notify } from '../../core/notify.ts';
import { pause } from '../../core/with-timeout.ts';
import { tellBaskets, type Round, type TellBasketsOptions } from './tell-baskets.ts';

/** Events of this process that are not told again, at most: some pages. */
const MAX_REMEMBERED = 10_000;

/** Longest wait after rounds that failed, in milliseconds. */
const MAX_WAIT_MS = 15 * 60_000;

const SET_UP = new Set<LimioErrorCode>([
  ...(['config', 'shop_invalid', 'bad_request', 'credentials_refused', 'checkpoint_failed'] as const),
]);

/** Whether somebody has to mend the set-up, as no wait will. */
export const isSetUpError = (error: unknown): error is LimioError =>
  error instanceof LimioError && SET_UP.has(error.code);

/** What goes for each round, and how often there is one. */
export interface WatchOptions extends TellBasketsOptions {
  /** Ends the watch; what is being told then may be told again. */
  signal: AbortSignal;
  /** Milliseconds between rounds. Default 300,000: five minutes. */
  every?: number;
  /** Told after each round. */
  onRound?: (round: Round) => void;
  /** Told when a round fails, and in how many milliseconds the next one begins. */
  onFailure?: (error: unknown, wait: number) => void;
}

/**
 * Tells the baskets that customers leave behind, and the quotes that wait, as they become old enough, until it is told
 * to stop. A basket is told at least once, over crashes at any point; one that is told again has the same id.
 *
 * @throws {LimioError} when the first round shows that the set-up is wrong: `config`, `credentials_refused`,
 *   `checkpoint_failed`. Whatever else fails is told to `onFailure` and tried again, later and later.
 *
 * @example
 * await watchAbandonedBaskets({
 *   limio,
 *   shop: 'https://shop.example.com',
 *   since: '2026-11-01T00:00:00Z',
 *   checkpoint: redisCheckpoint(redis),
 *   deliver: signedWebhook({ to: 'https://crm.example.com/limio', secret }),
 *   signal: stop.signal,
 * });
 */
export async function watchAbandonedBaskets(options: WatchOptions): Promise<void> {
  const { signal, every = 300_000, onRound, onFailure, sleep = pause } = options;
  const delivered = new LRUCache<string, true>({ max: MAX_REMEMBERED });
  const already = { has: (id: string) => delivered.has(id), add: (id: string) => delivered.set(id, true) };
  let failures = 0;
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    let wait = every;
    try {
      const round = await tellBaskets(options, signal, already);
      notify(onRound, round);
      failures = 0;
    } catch (error) {
      if (signal.aborted) return;
      // Later on it may be somebody else's fault, and pass.
      if (isFirst && isSetUpError(error)) throw error;
      wait = Math.max(every, Math.min(60_000 * 2 ** failures++, MAX_WAIT_MS));
      notify(onFailure, error, wait);
    }
    await sleep(wait, signal).catch(() => {});
  }
}
