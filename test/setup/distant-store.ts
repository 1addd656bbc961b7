import { onTestFinished, vi } from 'vitest';
import type { TokenStore } from '../../src/limio/token/token-store.ts';

/** A store that is far away from whoever asks it: the clock moves on with each question, and nobody waits. */
export function distant<Store extends Pick<TokenStore, 'get' | 'add'>>(store: Store, ms: number): Store {
  let ahead = 0;
  const now = performance.now.bind(performance);
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now() + ahead);
  onTestFinished(() => clock.mockRestore());
  return {
    ...store,
    get(key) {
      ahead += ms;
      return store.get(key);
    },
    add(key, value, ttl) {
      ahead += ms;
      return store.add(key, value, ttl);
    },
  };
}
