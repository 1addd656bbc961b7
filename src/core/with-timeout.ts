/** Longest delay a timer takes, in milliseconds; with a longer one it fires at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;

/**
 * Runs a task with a time limit and with the signal of whoever asked for it.
 *
 * The promise settles on time even if the task ignores its signal. Timers and listeners are removed when it settles.
 *
 * @param ms milliseconds; with 0 or less the task is not started.
 * @throws the signal's reason, or a `TimeoutError`
 *
 * @example
 * await withTimeout(request.signal, 2500, (signal) => fetch(url, { signal }));
 */
export async function withTimeout<T>(
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
  outer.addEventListener('abort', follow);
  const timer = setTimeout(late, Math.min(ms, MAX_TIMER_MS));
  try {
    return await abortable(run(inner.signal), inner.signal);
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', follow);
  }
}

/**
 * Waits for a promise until the signal fires. The promise itself is not cancelled, as others may wait for it.
 *
 * @throws the signal's reason
 */
export function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    void promise.then(resolve, reject).then(() => signal.removeEventListener('abort', stop));
  });
}

/** Resolves after so many milliseconds, or rejects with the signal's reason. */
export const pause = (ms: number, signal: AbortSignal): Promise<void> => {
  let timer: ReturnType<typeof setTimeout>;
  const wait = new Promise<void>((resolve) => (timer = setTimeout(resolve, Math.min(ms, MAX_TIMER_MS))));
  return abortable(wait, signal).finally(() => clearTimeout(timer));
};
