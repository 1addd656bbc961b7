import type { TokenStore } from '../../limio/token/token-store.ts';

/** So many of something in so many seconds. */
export interface Limit {
  points: number;
  seconds: number;
}

/**
 * What a backend remembers, by key and for a time: Limio's token, the attempts of the last minutes, counts.
 * Keys hold no personal detail; values may be secrets.
 *
 * `memoryState()` is for one instance, `redisState(client)` for several. Every operation is one that a store can
 * do in one step, so that instances never see each other's work half done.
 */
export interface BackendState extends TokenStore {
  /**
   * Counts against a limit, in a window of time that begins with the first. What would go beyond it is not counted.
   *
   * @param cost how many points this one takes, a whole number. Default 1.
   * @returns milliseconds to wait before there is room again; 0 when this one is within the limit.
   */
  count(key: string, limit: Limit, cost?: number): Promise<number>;
  /**
   * A view of the state for one request, where the store is on the other side of a network: what all its
   * operations may cost together is bounded. A view gives another one, for what nobody waits for.
   */
  forRequest?(): BackendState;
  /**
   * Whether an instance that does the work of an attempt says now and then that it is alive, so that another one may begin
   * it anew. It takes a timer for each attempt, which workerd before mid-2026 does not survive for long, and isolates
   * seldom die alone. Default: no.
   */
  readonly signsOfLife?: boolean;
  /** Why the store is passed over at the moment, in a word; `undefined` while it is used. */
  failure?(): string | undefined;
}
