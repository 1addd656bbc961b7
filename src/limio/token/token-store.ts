/**
 * Where several instances of a backend share one access token, say Redis. Values are secrets: give it a
 * store of your own, reached by an encrypted connection.
 *
 * A store that throws is passed over; each instance then fetches its own token.
 */
export interface TokenStore {
  get(key: string): Promise<string | undefined>;

  /** @param ttl milliseconds after which the value is gone. */
  set(key: string, value: string, ttl: number): Promise<void>;

  /**
   * Takes a lock, so that one instance alone asks for a token.
   *
   * @param ttl milliseconds after which the lock frees itself, should its owner have died.
   * @returns what frees it again, and frees only this very lock, not one taken since; or `undefined` when another instance holds it.
   */
  lock(key: string, ttl: number): Promise<(() => Promise<void>) | undefined>;
}
