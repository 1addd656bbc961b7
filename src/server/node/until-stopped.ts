/**
 * A signal that fires when the process is told to stop, by SIGTERM or Ctrl+C, so that work at hand can end in order.
 *
 * @returns `done` lets the process end at once again, when the work is over.
 */
export function untilStopped(): { signal: AbortSignal; done: () => void } {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  const signals = ['SIGTERM', 'SIGINT'] as const;
  for (const name of signals) process.once(name, onSignal);
  return { signal: stop.signal, done: () => signals.forEach((name) => process.off(name, onSignal)) };
}
