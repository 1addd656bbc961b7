import type { LimioBackend } from '../backend.ts';
import type { KeptRound } from '../events/kept-purchases.ts';

/** Wait between two looks, in milliseconds. It doubles with each look while the CRM is not there, up to the longest. */
const EVERY_MS = 30_000;
const LONGEST_MS = 10 * 60_000;

/**
 * Tells the CRM, again and again, of purchases it did not take: at once, as another process may have left some, and
 * then by a timer.
 *
 * @param onRound is told of each look that found any.
 * @returns what ends it
 */
export function retryPurchases(
  backend: Pick<LimioBackend, 'tellKept'>,
  onRound: (round: KeptRound) => void,
  every = EVERY_MS,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isStopped = false;
  async function look(wait: number): Promise<void> {
    const round = await backend.tellKept();
    if (isStopped) return;
    if (round.told || round.hasMore) onRound(round);
    const next = round.hasMore && !round.told ? Math.min(wait * 2, LONGEST_MS) : every;
    timer = setTimeout(() => void look(next), next);
  }
  void look(every);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
