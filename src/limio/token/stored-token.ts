import { withTimeout } from '../../core/with-timeout.ts';
import type { Token } from './request-token.ts';
import type { TokenStore } from './token-store.ts';

/** Longest one request to the store may take, in milliseconds. */
const STORE_MS = 500;

/** A lock frees itself after this time, in milliseconds, should its owner have died. */
const LOCK_TTL_MS = 10_000;

/** The place of a token in a store, and the lock under which one instance fetches a new one. Rejects where the store fails. */
export interface StoredToken {
  /** The token that is there, if it will do. */
  read(): Promise<Token | undefined>;
  write(token: Token): Promise<void>;
  /** @returns whether the lock is ours. */
  lock(): Promise<boolean>;
  /** Frees the lock, if it is ours. Nobody waits for that. */
  free(): void;
}

/**
 * @param key under which the token is kept.
 * @param isUsable whether a token from the store will do.
 * @param signal ends what is asked of the store.
 */
export function storedToken(
  store: TokenStore,
  key: string,
  isUsable: (token: Token) => boolean,
  { now, random }: { now: () => number; random: () => number },
  signal: AbortSignal,
): StoredToken {
  const ask = <T>(run: () => Promise<T>) => withTimeout(signal, STORE_MS, run);
  const lock = { key: `${key}:lock`, owner: crypto.randomUUID(), isOurs: false };
  return {
    async read() {
      const token = readToken(await ask(() => store.get(key)));
      if (!token || !isUsable(token)) return undefined;
      // This instance refreshes a little later than the one that fetched the token, so that they do not compete.
      const spread = random() * Math.max(0, token.expiresAt - token.refreshAt) * 0.5;
      return { ...token, refreshAt: token.refreshAt + spread };
    },
    write: (token) => ask(() => store.set(key, JSON.stringify(token), token.expiresAt - now())),
    async lock() {
      const holder = await ask(() => store.add(lock.key, lock.owner, LOCK_TTL_MS));
      return (lock.isOurs = holder === undefined);
    },
    free() {
      if (lock.isOurs) void store.take(lock.key, lock.owner).catch(() => {});
    },
  };
}

function readToken(value: string | undefined): Token | undefined {
  try {
    const { value: token, refreshAt, expiresAt } = JSON.parse(value ?? '') as Partial<Token>;
    return typeof token === 'string' && typeof refreshAt === 'number' && typeof expiresAt === 'number'
      ? { value: token, refreshAt, expiresAt }
      : undefined;
  } catch {
    return undefined;
  }
}
