import { describe, expect, test } from 'vitest';
import { durableState } from '../../src/server/state/durable-state.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { durableObjects } from './durable-objects.ts';
import { STATE_CASES } from './state-cases.ts';

describe('memoryState', () => {
  test.for(STATE_CASES)('%s', async ([, check]) => {
    const state = memoryState();
    await check(state, state);
  });
});

describe('durableState', () => {
  test.for(STATE_CASES)('%s', async ([, check]) => {
    const { binding } = durableObjects();
    await check(durableState(binding), durableState(binding));
  });

  test('leaves nothing behind when the time of a value is over', async () => {
    const { binding, objects } = durableObjects();
    await durableState(binding).set('key', 'text', 20);
    const { kept } = objects.get('limio-offers:key')!;
    expect(kept.size).toBe(1);
    await expect.poll(() => kept.size).toBe(0);
  });

  test('goes on in memory while the objects fail, says why, and uses them again', async () => {
    const { binding, down } = durableObjects();
    const changes: unknown[] = [];
    const state = durableState(binding, { pause: 20, onChange: (...change) => changes.push(change) });
    down(true);
    await state.set('key', 'text', 60_000);
    expect(await state.get('key')).toBe('text');
    expect(changes).toEqual([[false, 'Error']]);
    down(false);
    await expect.poll(async () => (await state.get('key'), changes.at(-1))).toEqual([true, undefined]);
    expect(await state.get('key')).toBe(undefined);
  });

  test('leaves the limits to rate limiting bindings that are there, and counts the others itself', async () => {
    const asked: string[] = [];
    const reads = {
      limit: async ({ key }: { key: string }) => (asked.push(key), { success: asked.length < 3 }),
    };
    const state = durableState(durableObjects().binding, { limiters: { reads } });
    const waits = [];
    for (let n = 0; n < 3; n++)
      waits.push(await state.count('limit:reads:digest', { points: 1, seconds: 60 }));
    expect(waits).toEqual([0, 0, 60_000]);
    expect(asked).toEqual(Array<string>(3).fill('limit:reads:digest'));
    expect(await state.count('limit:email:digest', { points: 1, seconds: 60 })).toBe(0);
    expect(await state.count('limit:email:digest', { points: 1, seconds: 60 })).toBeGreaterThan(59_000);
  });
});
