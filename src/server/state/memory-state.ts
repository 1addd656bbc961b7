import { LRUCache } from 'lru-cache';
import type { BackendState } from './state.ts';

/** Most values that are kept; the ones not used for longest go first. */
const MAX_VALUES = 20_000;

/** Most keys that are counted at once, so that a caller with many addresses cannot fill the memory. */
const MAX_COUNTS = 10_000;

/**
 * State in the memory of this one instance, bounded in size and time. It is gone after a restart.
 *
 * @example
 * limioBackend({ ...options, state: memoryState() }); // the default
 */
export function memoryState(): BackendState {
  const values = new LRUCache<string, string>({ max: MAX_VALUES });
  const counts = new LRUCache<string, { points: number }>({ max: MAX_COUNTS });
  const set = (key: string, value: string, ttl: number) =>
    void values.set(key, value, { ttl: Math.max(1, Math.ceil(ttl)) });
  return {
    get: async (key) => values.get(key),
    set: async (key, value, ttl) => set(key, value, ttl),
    add: async (key, value, ttl) => {
      const there = values.get(key);
      if (there === undefined) set(key, value, ttl);
      return there;
    },
    take: async (key, value) => {
      const there = values.get(key);
      if (there === undefined || (value !== undefined && there !== value)) return undefined;
      values.delete(key);
      return there;
    },
    count: async (key, { points, seconds }, cost = 1) => {
      const counted = counts.get(key) ?? { points: 0 };
      if (!counts.has(key)) counts.set(key, counted, { ttl: seconds * 1000 });
      if (counted.points + cost > points) return Math.max(1, counts.getRemainingTTL(key));
      counted.points += cost;
      return 0;
    },
  };
}
