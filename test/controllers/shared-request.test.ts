import { describe, expect, test } from 'vitest';
import { sharedRequest } from '../../src/controllers/shared-request.ts';

/** A request that settles when a test says so, and tells its signal. */
function pending() {
  const started: AbortSignal[] = [];
  let settle!: { resolve: (value: string) => void; reject: (reason: unknown) => void };
  const start = (signal: AbortSignal) => {
    started.push(signal);
    return new Promise<string>((resolve, reject) => (settle = { resolve, reject }));
  };
  return {
    started,
    start,
    resolve: (value: string) => settle.resolve(value),
    reject: (reason: unknown) => settle.reject(reason),
  };
}

const open = () => new AbortController();

describe('a shared request', () => {
  test('is started once for all who want it at the same time', async () => {
    const { started, start, resolve } = pending();
    const answers = [1, 2, 3].map(() => sharedRequest('/once', open().signal, start));
    resolve('x');
    expect(await Promise.all(answers)).toEqual(['x', 'x', 'x']);
    expect(started).toHaveLength(1);
  });

  test('is another one for another key', async () => {
    const [one, two] = [pending(), pending()];
    const answers = [
      sharedRequest('/a', open().signal, one.start),
      sharedRequest('/b', open().signal, two.start),
    ];
    one.resolve('a');
    two.resolve('b');
    expect(await Promise.all(answers)).toEqual(['a', 'b']);
  });

  test('is started anew once it has been answered', async () => {
    const first = pending();
    const answer = sharedRequest('/again', open().signal, first.start);
    first.resolve('old');
    await answer;
    const second = pending();
    const newer = sharedRequest('/again', open().signal, second.start);
    second.resolve('new');
    expect(await newer).toBe('new');
  });

  test('is started anew once it has failed', async () => {
    const first = pending();
    const answers = [1, 2].map(() => sharedRequest('/failing', open().signal, first.start));
    first.reject(new Error('down'));
    for (const answer of answers) await expect(answer).rejects.toThrow('down');
    const second = pending();
    const newer = sharedRequest('/failing', open().signal, second.start);
    second.resolve('up');
    expect(await newer).toBe('up');
  });

  test('goes on while somebody waits, and is aborted when the last one has left', async () => {
    const { started, start } = pending();
    const [one, two] = [open(), open()];
    const answers = [one, two].map(({ signal }) => sharedRequest('/leave', signal, start));
    const refusals = answers.map((answer) => expect(answer).rejects.toThrow('gone'));
    one.abort(new Error('gone'));
    expect(started[0]!.aborted).toBe(false);
    two.abort(new Error('gone'));
    expect(started[0]!.aborted).toBe(true);
    await Promise.all(refusals);
  });

  test('that was left by all is not joined again', async () => {
    const first = pending();
    const one = open();
    const left = expect(sharedRequest('/left', one.signal, first.start)).rejects.toThrow('gone');
    one.abort(new Error('gone'));
    await left;
    const second = pending();
    const newer = sharedRequest('/left', open().signal, second.start);
    first.resolve('late');
    second.resolve('new');
    expect(await newer).toBe('new');
  });

  test('that failed after it was left does not disturb the newer one', async () => {
    const first = pending();
    const one = open();
    const left = expect(sharedRequest('/late', one.signal, first.start)).rejects.toThrow('gone');
    one.abort(new Error('gone'));
    await left;
    const second = pending();
    const newer = [1, 2].map(
      (n) => (
        n === 2 && first.reject(new Error('late')),
        sharedRequest('/late', open().signal, second.start)
      ),
    );
    await Promise.resolve();
    second.resolve('new');
    expect(await Promise.all(newer)).toEqual(['new', 'new']);
    expect(second.started).toHaveLength(1);
  });
});
