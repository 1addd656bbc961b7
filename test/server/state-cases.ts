import { expect } from 'vitest';
import type { BackendState } from '../../src/server/state/state.ts';

/** Resolves when a condition holds, asking again and again. */
export async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise(setImmediate);
}

const HOUR = 3_600_000;

/** What every state does, for two instances that share it: `[behaviour, check]`. */
export const STATE_CASES: Array<
  [behaviour: string, check: (one: BackendState, two: BackendState) => Promise<void>]
> = [
  [
    'keeps what one instance knows for the others, for its time',
    async (one, two) => {
      await one.set('key', 'text', 80);
      expect(await two.get('key')).toBe('text');
      await until(async () => (await two.get('key')) === undefined);
      expect(await one.get('other')).toBe(undefined);
    },
  ],
  [
    'adds a value once, and says what is there',
    async (one, two) => {
      expect(await one.add('key', 'first', HOUR)).toBe(undefined);
      expect(await two.add('key', 'second', HOUR)).toBe('first');
      expect(await one.get('key')).toBe('first');
    },
  ],
  [
    'adds for one of many at once',
    async (one, two) => {
      const all = Array.from({ length: 20 }, (_, n) => [one, two][n % 2]!.add('key', `text ${n}`, HOUR));
      const there = await Promise.all(all);
      expect(there.filter((value) => value === undefined)).toHaveLength(1);
      expect(new Set(there.filter((value) => value !== undefined)).size).toBe(1);
    },
  ],
  [
    'adds again when the time of the first is over',
    async (one, two) => {
      await one.add('key', 'first', 50);
      await until(async () => (await two.add('key', 'second', HOUR)) === undefined);
      expect(await one.get('key')).toBe('second');
    },
  ],
  [
    'gives a value away once',
    async (one, two) => {
      await one.set('key', 'text', HOUR);
      const taken = await Promise.all(Array.from({ length: 10 }, (_, n) => [one, two][n % 2]!.take('key')));
      expect(taken.filter((value) => value === 'text')).toHaveLength(1);
      expect(await one.get('key')).toBe(undefined);
    },
  ],
  [
    'takes only the very value that is meant, so that the dead free nothing',
    async (one, two) => {
      await one.set('key', 'newer', HOUR);
      expect(await two.take('key', 'older')).toBe(undefined);
      expect(await one.get('key')).toBe('newer');
      expect(await two.take('key', 'newer')).toBe('newer');
      expect(await two.take('key')).toBe(undefined);
    },
  ],
  [
    'counts one limit for all instances, and starts anew when its time is over',
    async (one, two) => {
      const limit = { points: 3, seconds: 1 };
      const waits = [];
      for (let n = 0; n < 4; n++) waits.push(await [one, two][n % 2]!.count('key', limit));
      expect(waits.map((wait) => wait > 0)).toEqual([false, false, false, true]);
      expect(waits[3]).toBeLessThanOrEqual(1000);
      expect(await one.count('another key', limit)).toBe(0);
      await until(async () => (await two.count('key', limit)) === 0);
    },
  ],
  [
    'counts what costs several, and leaves out what would be too much',
    async (one, two) => {
      const limit = { points: 10, seconds: 60 };
      const waits = [];
      for (const [state, cost] of [
        [one, 6],
        [two, 5],
        [one, 4],
        [two, 1],
      ] as const)
        waits.push(await state.count('sum', limit, cost));
      expect(waits.map((wait) => wait > 0)).toEqual([false, true, false, true]);
      expect(await one.count('too much at once', limit, 11)).toBeGreaterThan(0);
      expect(await two.count('too much at once', limit, 10)).toBe(0);
    },
  ],
];
