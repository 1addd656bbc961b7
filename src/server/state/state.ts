import type { TokenStore } from '../../limio/token/token-store.ts';

/** So many of something in so many seconds. */
export interface Limit {
  points: number;
  seconds: number;
}

/** Counts against a limit, key by key. */
export interface Limiter {
  /** Counts one. @returns milliseconds to wait before the next one; 0 when this one is within the limit. */
  take(key: string): Promise<number>;
}

/**
 * What a backend remembers: Limio's token, the attempts of the last minutes, and counts. Texts are kept by
 * key for a time; keys hold no personal detail, texts may be secrets.
 *
 * `memoryState()` is for one instance, `redisState(client)` for several.
 */
export interface BackendState extends TokenStore {
  /** @param name keeps the counts of different limits apart. */
  limiter(name: string, limit: Limit): Limiter;
}
