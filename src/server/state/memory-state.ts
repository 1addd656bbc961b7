import { LRUCache } from 'lru-cache';
import { memoryLimiter } from './memory-limiter.ts';
import type { BackendState } from './state.ts';

/** Most texts that are kept; the ones not used for longest go first. */
const MAX_ENTRIES = 20_000;

/**
 * State in the memory of this one instance, bounded in size and time. It is gone after a restart.
 *
 * @example
 * limioBackend({ ...options, state: memoryState() }); // the default
 */
export function memoryState(): BackendState {
  const texts = new LRUCache<string, string>({ max: MAX_ENTRIES });
  const locks = new LRUCache<string, object>({ max: MAX_ENTRIES });
  return {
    get: async (key) => texts.get(key),
    set: async (key, value, ttl) => void texts.set(key, value, { ttl: Math.ceil(ttl) }),
    lock: async (key, ttl) => {
      if (locks.has(key)) return undefined;
      const owner = {};
      locks.set(key, owner, { ttl: Math.ceil(ttl) });
      return async () => {
        // After its time it may be somebody else's.
        if (locks.get(key) === owner) locks.delete(key);
      };
    },
    limiter: (_, limit) => memoryLimiter(limit),
  };
}
