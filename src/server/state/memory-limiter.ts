import { LRUCache } from 'lru-cache';
// By its file: the entry of this package needs built-ins of Node, which other runtimes lack.
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js';
import type { RateLimiterRes } from 'rate-limiter-flexible';
import type { Limit, Limiter } from './state.ts';

/** Most keys that are counted at once, so that a caller with many addresses cannot fill the memory. */
const MAX_KEYS = 10_000;

/** Counts in the memory of this one instance. */
export function memoryLimiter({ points, seconds }: Limit): Limiter {
  const limiter = new RateLimiterMemory({ points, duration: seconds });
  const keys = new LRUCache<string, true>({
    max: MAX_KEYS,
    dispose: (_, key) => void limiter.delete(key),
  });
  return {
    take: (key) => {
      keys.set(key, true);
      return waitFor(limiter.consume(key));
    },
  };
}

/** Milliseconds to wait after a count. The package rejects with a result when a limit is reached, and with an error when it failed. */
export async function waitFor(count: Promise<RateLimiterRes>): Promise<number> {
  try {
    await count;
    return 0;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return Math.max(1, (refusal as RateLimiterRes).msBeforeNext);
  }
}
