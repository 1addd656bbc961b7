import { expect, test, vi } from 'vitest';
import { abortable, pause, withTimeout } from '../../src/core/with-timeout.ts';

const forever = () => new Promise<never>(() => {});

// prettier-ignore
const unstarted: Array<[behaviour: string, signal: AbortSignal, ms: number, reason: object]> = [
  ['no time is left',        new AbortController().signal,      0,    { name: 'TimeoutError' }],
  ['time is over',           new AbortController().signal,      -1,   { name: 'TimeoutError' }],
  ['time is no number',      new AbortController().signal,      NaN,  { name: 'TimeoutError' }],
  ['the signal has fired',   AbortSignal.abort(new Error('x')), 1000, { message: 'x' }],
];
test.for(unstarted)('nothing starts when %s', async ([, signal, ms, reason]) => {
  let started = false;
  const run = withTimeout(signal, ms, async () => void (started = true));
  await expect(run).rejects.toMatchObject(reason);
  expect(started).toBe(false);
});

test('what does not listen to its signal is left behind on time', async () => {
  await expect(withTimeout(new AbortController().signal, 10, forever)).rejects.toMatchObject({
    name: 'TimeoutError',
  });
});

test('the outer signal reaches the inner one, with its reason', async () => {
  const outer = new AbortController();
  const run = withTimeout(
    outer.signal,
    1000,
    (signal) => new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
  outer.abort(new Error('gone'));
  await expect(run).rejects.toThrow('gone');
});

test('a time beyond what timers know does not fire at once', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const ended = vi.fn<() => void>();
    void withTimeout(new AbortController().signal, 2 ** 40, forever).then(ended, ended);
    void pause(2 ** 40, new AbortController().signal).then(ended, ended);
    await vi.advanceTimersByTimeAsync(1_000_000);
    expect(ended).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});

test('nothing is left behind when all went well', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    expect(await withTimeout(new AbortController().signal, 1000, async () => 'done')).toBe('done');
    const leaving = new AbortController();
    const wait = pause(1000, leaving.signal);
    leaving.abort();
    await expect(wait).rejects.toMatchObject({ name: 'AbortError' });
    expect(vi.getTimerCount()).toBe(0);
  } finally {
    vi.useRealTimers();
  }
});

test('one who stops waiting does not stop the others', async () => {
  let resolve!: (value: string) => void;
  const shared = new Promise<string>((done) => (resolve = done));
  const [patient, impatient] = [
    abortable(shared, new AbortController().signal),
    abortable(shared, AbortSignal.abort()),
  ];
  await expect(impatient).rejects.toMatchObject({ name: 'AbortError' });
  resolve('done');
  expect(await patient).toBe('done');
});
