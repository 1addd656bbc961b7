/** Longer times make a timer fire at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs something that may take so long and no longer, and that stops when the signal says so.
 *
 * Ends on time even if what runs does not listen to its signal. Timers and listeners are gone when it ends.
 *
 * @param ms milliseconds; none left means that it does not start.
 * @throws the signal's reason, or a `TimeoutError`
 *
 * @example
 * await within(request.signal, 2500, (signal) => fetch(url, { signal }));
 */
export async function within<T>(
  outer: AbortSignal,
  ms: number,
  run: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const late = () => inner.abort(new DOMException('Out of time.', 'TimeoutError'));
  const follow = () => inner.abort(outer.reason);
  if (outer.aborted) follow();
  else if (!(ms > 0)) late();
  inner.signal.throwIfAborted();
  outer.addEventListener('abort', follow, { once: true });
  const timer = setTimeout(late, Math.min(ms, MAX_TIMER_MS));
  try {
    return await abortable(run(inner.signal), inner.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', follow);
  }
}

/**
 * Waits for a promise until the signal fires; the promise itself goes on for whoever else waits for it.
 *
 * @throws the signal's reason
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    void promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Resolves after so many milliseconds, or rejects with the signal's reason. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> => {
  let timer: ReturnType<typeof setTimeout>;
  const wait = new Promise<void>((resolve) => (timer = setTimeout(resolve, Math.min(ms, MAX_TIMER_MS))));
  return abortable(wait, signal).finally(() => clearTimeout(timer));
};
