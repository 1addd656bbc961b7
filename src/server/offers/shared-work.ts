import { abortable } from '../../core/with-timeout.ts';
import type { Asker } from './offer-cache.ts';

/** Work takes less than this, in milliseconds. What is older was stopped by the runtime, with the request that began it. */
export const MAX_WORK_MS = 5000;

/** Gives the outcome of work that several share. @throws the reason of the asker's signal when that comes first */
export type SharedWork<T> = (asker: Asker) => Promise<T>;

/**
 * Does a piece of work once, however many ask for its outcome. What fails, or was stopped on its way, is begun anew by
 * whoever asks next.
 */
export function sharedWork<T>(start: () => Promise<T>): SharedWork<T> {
  let current: { outcome: Promise<T>; startedAt: number; isDone: boolean } | undefined;
  return ({ deadline, waitUntil }) => {
    if (current?.isDone) return current.outcome;
    if (!current || performance.now() - current.startedAt > MAX_WORK_MS) {
      const mine = { outcome: start(), startedAt: performance.now(), isDone: false };
      current = mine;
      mine.outcome.then(
        () => (mine.isDone = true),
        () => current === mine && (current = undefined),
      );
      // Others may wait for it, too, when this caller has gone away.
      waitUntil(mine.outcome);
    }
    return abortable(current.outcome, deadline.signal);
  };
}
