import { withTimeout } from '../../core/with-timeout.ts';
import type { Token } from './request-token.ts';
import type { TokenStore } from './token-store.ts';

/** Longest one request to the store may take. */
const STORE_MS = 500;

/** A lock frees itself after this time, should its owner have died. */
const LOCK_TTL_MS = 10_000;

/** How often an instance looks whether another one has put a token into the store. */
const POLL_MS = 50;

/** Longest an instance waits for another one, whose own request may hang; it then asks Limio itself. */
const MAX_WAIT_MS = 1000;

/** How long a request of ours may take before it is looked whether another instance has a token meanwhile. */
const OWN_WAIT_MS = 1000;

interface Deps {
  now: () => number;
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Gets a token from the store if another instance has put one there, else fetches one, puts it there, and
 * lets no two instances do so at once. A store that fails or hangs costs time, never the token; and a request that
 * hangs costs no more than the time until another instance has one.
 *
 * @param isUsable whether a token from the store will do.
 */
export async function sharedToken(
  store: TokenStore,
  key: string,
  isUsable: (token: Token) => boolean,
  fetchToken: (signal: AbortSignal) => Promise<Token>,
  { now, random, sleep }: Deps,
  signal: AbortSignal,
): Promise<Token> {
  const ask = <T>(run: () => Promise<T>) => withTimeout(signal, STORE_MS, run);
  const stored = async () => {
    const token = readToken(await ask(() => store.get(key)));
    if (!token || !isUsable(token)) return undefined;
    // This instance refreshes a little later than the one that fetched the token, so that they do not compete.
    const spread = random() * Math.max(0, token.expiresAt - token.refreshAt) * 0.5;
    return { ...token, refreshAt: token.refreshAt + spread };
  };
  const lock = { key: `${key}:lock`, owner: crypto.randomUUID(), isOurs: false };
  /** A token from another instance, or the lock under which to fetch one. */
  const findOrLock = async () => {
    const startedAt = performance.now();
    for (let looks = 0; !lock.isOurs && performance.now() - startedAt < MAX_WAIT_MS; looks++) {
      if (looks) await sleep(POLL_MS, signal);
      const found = await stored();
      if (found) return found;
      const holder = await ask(() => store.add(lock.key, lock.owner, LOCK_TTL_MS));
      lock.isOurs = holder === undefined;
    }
    // Another instance may have stored a token between our last look and the lock.
    return lock.isOurs ? stored() : undefined;
  };
  const free = () => {
    if (lock.isOurs) void store.take(lock.key, lock.owner).catch(() => {});
  };
  const fetchAndKeep = async (limits: AbortSignal) => {
    const token = await fetchToken(limits).catch((error: unknown) => {
      free();
      throw error;
    });
    const keep = ask(() => store.set(key, JSON.stringify(token), token.expiresAt - now()));
    // The caller does not wait until the token is stored. The lock is freed then, so that the next instance finds it.
    void keep.catch(() => {}).then(free);
    return token;
  };
  /** What another instance stores while ours takes long. */
  const storedLater = async (limits: AbortSignal) => {
    let token: Token | undefined;
    for (let wait = OWN_WAIT_MS; !token; wait = POLL_MS) {
      await sleep(wait, limits);
      token = await stored();
    }
    return token;
  };

  // Where the store fails, each instance fetches a token of its own.
  const found = await findOrLock().catch(() => undefined);
  if (found) {
    free();
    return found;
  }
  const over = new AbortController();
  const limits = AbortSignal.any([signal, over.signal]);
  const fetched = fetchAndKeep(limits);
  // Without a store there is nothing to look at.
  const meanwhile = storedLater(limits).catch(() => fetched);
  try {
    return await Promise.race([fetched, meanwhile]);
  } finally {
    over.abort();
  }
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
