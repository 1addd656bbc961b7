/**
 * Texts that several instances of a backend share, by key and for a time, say in Redis; among them the access
 * token. Values are secrets: give it a store of your own, reached by an encrypted connection.
 *
 * A store that throws is passed over; each instance then fetches its own token.
 */
export interface TokenStore {
  get(key: string): Promise<string | undefined>;

  /** @param ttl milliseconds after which the value is gone. */
  set(key: string, value: string, ttl: number): Promise<void>;

  /**
   * Sets a value where there is none.
   *
   * @returns the value that is there already, or `undefined` when this one was set.
   */
  add(key: string, value: string, ttl: number): Promise<string | undefined>;

  /**
   * Removes a value and returns it, to one caller alone.
   *
   * @param value removes only this very value, not one that was set since.
   */
  take(key: string, value?: string): Promise<string | undefined>;
}
