import type { Token } from './request-token.ts';
import type { StoredToken } from './stored-token.ts';

/** How often an instance looks whether another one has put a token into the store, in milliseconds. */
const POLL_MS = 50;

/** Longest an instance waits for another one, whose own request may hang, in milliseconds; it then asks Limio itself. */
const MAX_WAIT_MS = 1000;

/** How long a request of ours may take, in milliseconds, before it is looked whether another instance has a token. */
const OWN_WAIT_MS = 1000;

/** How often it is looked then, in milliseconds. A request hangs seldom, and for seconds. */
const LATE_POLL_MS = 200;

type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * Gets a token from the store if another instance has put one there, else fetches one, puts it there, and
 * lets no two instances do so at once. A store that fails or hangs costs time, never the token; and a request that
 * hangs costs no more than the time until another instance has one.
 */
export async function sharedToken(
  stored: StoredToken,
  fetchToken: (signal: AbortSignal) => Promise<Token>,
  sleep: Sleep,
  signal: AbortSignal,
): Promise<Token> {
  // Where the store fails, each instance fetches a token of its own.
  const found = await findOrLock(stored, sleep, signal).catch(() => undefined);
  if (found) {
    stored.free();
    return found;
  }
  const over = new AbortController();
  const limits = AbortSignal.any([signal, over.signal]);
  const fetched = fetchAndKeep(stored, fetchToken, limits);
  // Without a store there is nothing to look at.
  const meanwhile = storedLater(stored, sleep, limits).catch(() => fetched);
  try {
    return await Promise.race([fetched, meanwhile]);
  } finally {
    over.abort();
  }
}

/** A token from another instance; nothing where there is the lock under which to fetch one, or the others take too long. */
async function findOrLock(
  stored: StoredToken,
  sleep: Sleep,
  signal: AbortSignal,
): Promise<Token | undefined> {
  const startedAt = performance.now();
  while (performance.now() - startedAt < MAX_WAIT_MS) {
    const found = await stored.read();
    if (found) return found;
    // Another instance may have stored a token between our look and the lock.
    if (await stored.lock()) return stored.read();
    await sleep(POLL_MS, signal);
  }
  return undefined;
}

async function fetchAndKeep(
  stored: StoredToken,
  fetchToken: (signal: AbortSignal) => Promise<Token>,
  limits: AbortSignal,
): Promise<Token> {
  const token = await fetchToken(limits).catch((error: unknown) => {
    stored.free();
    throw error;
  });
  // The caller does not wait until the token is stored. The lock is freed then, so that the next instance finds it.
  void stored
    .write(token)
    .catch(() => {})
    .then(() => stored.free());
  return token;
}

/** What another instance stores while our own request takes long. */
async function storedLater(stored: StoredToken, sleep: Sleep, limits: AbortSignal): Promise<Token> {
  for (let wait = OWN_WAIT_MS; ; wait = LATE_POLL_MS) {
    await sleep(wait, limits);
    const token = await stored.read();
    if (token) return token;
  }
}
