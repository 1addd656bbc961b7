/** Until when a request may take, and what tells everything that works for it. */
export interface Deadline {
  /** Instant on the backend's clock, in milliseconds since 1970. */
  at: number;
  /** Milliseconds it was set for. */
  ms: number;
  signal: AbortSignal;
}

/** A deadline so many milliseconds from now. */
export const deadlineIn = (ms: number, now: () => number): Deadline => ({
  at: now() + ms,
  ms,
  signal: AbortSignal.timeout(ms),
});

/** Waits for a promise, but no longer than a signal allows; the work behind it goes on. */
export function raced<T>(promise: Promise<T> | T, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    Promise.resolve(promise)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', stop));
  });
}
