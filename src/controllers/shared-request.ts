/** Requests under way, so that fifty elements that want the same thing ask once. */
const underWay = new Map<string, { answer: Promise<unknown>; users: number; abort: AbortController }>();

/**
 * Joins the request for a key, or starts it; it is aborted when the last one who wants it has left.
 *
 * @param signal aborting it leaves the request; the promise then rejects with the signal's reason.
 */
export function sharedRequest<T>(
  key: string,
  signal: AbortSignal,
  start: (signal: AbortSignal) => Promise<T>,
) {
  let request = underWay.get(key);
  if (!request) {
    const abort = new AbortController();
    const answer = start(abort.signal).finally(() => underWay.get(key) === request && underWay.delete(key));
    request = { answer, users: 0, abort };
    underWay.set(key, request);
  }
  const { answer, abort } = request;
  const joined = request;
  joined.users++;
  return new Promise<T>((resolve, reject) => {
    const leave = () => {
      reject(signal.reason as Error);
      if (--joined.users > 0) return;
      if (underWay.get(key) === joined) underWay.delete(key);
      abort.abort();
    };
    signal.addEventListener('abort', leave, { once: true });
    answer
      .then(resolve as (value: unknown) => void, reject)
      .finally(() => signal.removeEventListener('abort', leave));
  });
}
