/**
 * Tells a hook of whoever runs it, such as a log or a measure. What it throws, or rejects with later, is passed over: it
 * costs no sale, and ends no process.
 *
 * @example
 * notify(options.onCall, { operation: 'listOffers', took: 12, attempts: 1 });
 */
export function notify<Words extends unknown[]>(
  hook: ((...words: Words) => unknown) | undefined,
  ...words: Words
): void {
  try {
    const outcome = hook?.(...words);
    if (outcome instanceof Promise) outcome.catch(() => {});
  } catch {}
}
