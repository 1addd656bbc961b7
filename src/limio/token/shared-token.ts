import { within } from '../transport/deadline.ts';
import type { Token } from './request-token.ts';
import type { TokenStore } from './token-store.ts';

/** Longest a store may keep a token waiting, and how long a lock lives, in milliseconds. */
const PATIENCE = 500;
const LOCK_TTL = 10_000;
const POLL_EVERY = 50;
const MAX_POLLS = 30;

interface Surroundings {
  now: () => number;
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}

/**
 * Gets a token from the store if another instance has put one there, else fetches one, puts it there, and
 * lets no two instances do so at once. A store that fails or hangs costs time, never the token.
 *
 * @param isUsable whether a token from the store will do.
 */
export async function sharedToken(
  store: TokenStore,
  key: string,
  isUsable: (token: Token) => boolean,
  fetchToken: () => Promise<Token>,
  { now, random, sleep }: Surroundings,
  signal: AbortSignal,
): Promise<Token> {
  const ask = <T>(run: () => Promise<T>) => within(signal, PATIENCE, run);
  const stored = async () => {
    const token = readToken(await ask(() => store.get(key)));
    if (!token || !isUsable(token)) return undefined;
    // A little later than the instance that fetched it, which then finds no rival.
    const spread = random() * Math.max(0, token.expiresAt - token.refreshAt) * 0.5;
    return { ...token, refreshAt: token.refreshAt + spread };
  };
  let release: (() => Promise<void>) | undefined;
  /** A token from another instance, or the lock under which to fetch one. */
  const findOrLock = async () => {
    for (let polls = 0; !release && polls < MAX_POLLS; polls++) {
      if (polls) await sleep(POLL_EVERY, signal);
      const found = await stored();
      if (found) return found;
      release = await ask(() => store.lock(`${key}:lock`, LOCK_TTL));
    }
    // It may have been put there between the look and the lock.
    return release && (await stored());
  };
  const free = () => void release?.().catch(() => {});

  // Without the store each instance fetches its own.
  const found = await findOrLock().catch(() => undefined);
  if (found) {
    free();
    return found;
  }
  const token = await fetchToken().catch((error: unknown) => {
    free();
    throw error;
  });
  const keep = ask(() => store.set(key, JSON.stringify(token), token.expiresAt - now()));
  // Nobody waits for the store but the next instance, which waits for the lock.
  void keep.catch(() => {}).then(free);
  return token;
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
