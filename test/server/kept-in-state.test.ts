import { describe, expect, test } from 'vitest';
import { LimioError } from '../../src/core/errors/limio-error.ts';
import { memoryState, type BackendState } from '../../src/server.ts';
import type { BasketEvent } from '../../src/server/abandoned/basket-event.ts';
import type { Deliver } from '../../src/server/abandoned/signed-webhook.ts';
import { keepPurchase, tellKept } from '../../src/server/events/kept-purchases.ts';

const eventOf = (n: number): BasketEvent => ({
  id: `basket_completed_${n}`,
  type: 'basket.completed',
  timestamp: '2026-11-21T12:00:00.000Z',
  data: { id: `basket-${n}`, completed: true },
});

/** A receiver that keeps the ids it takes, and refuses some. */
function taking(refuses: (id: string) => LimioError['code'] | undefined = () => undefined) {
  const ids: string[] = [];
  const tell: Deliver = async ({ id }) => {
    const code = refuses(id);
    if (code) throw new LimioError(code, 'No.');
    ids.push(id);
  };
  return { ids, tell };
}
const idOf = (n: number) => eventOf(n).id;

describe('what is kept', () => {
  test('is told once, however often and at once it was kept', async () => {
    const state = memoryState();
    await Promise.all([1, 2, 3, 4].map((n) => keepPurchase(eventOf(n), state)));
    for (const n of [1, 2, 3, 4]) await keepPurchase(eventOf(n), state);
    const { ids, tell } = taking();
    await tellKept(tell, state);
    await keepPurchase(eventOf(2), state);
    await tellKept(tell, state);
    expect(ids.sort()).toEqual([1, 2, 3, 4].map(idOf));
  });

  test('does not wait behind one that the CRM refuses, which is told again later', async () => {
    const state = memoryState();
    for (const n of [1, 2, 3]) await keepPurchase(eventOf(n), state);
    const picky = taking((id) => (id === idOf(2) ? 'delivery_refused' : undefined));
    expect(await tellKept(picky.tell, state)).toEqual({ told: 2, hasMore: true });
    await keepPurchase(eventOf(4), state);
    const { ids, tell } = taking();
    expect(await tellKept(tell, state)).toEqual({ told: 2, hasMore: false });
    expect([...picky.ids, ...ids]).toEqual([1, 3, 2, 4].map(idOf));
  });

  test('is told by one instance at a time', async () => {
    const state = memoryState();
    for (const n of [1, 2, 3]) await keepPurchase(eventOf(n), state);
    const { ids, tell } = taking();
    const rounds = await Promise.all([tellKept(tell, state), tellKept(tell, state)]);
    expect(rounds.map(({ told }) => told).sort()).toEqual([0, 3]);
    expect(ids).toHaveLength(3);
  });

  test('is told by another where an instance dies at any step', async () => {
    for (let deadAfter = 0; deadAfter < 14; deadAfter++) {
      const state = memoryState();
      for (const n of [1, 2]) await keepPurchase(eventOf(n), state);
      const { ids, tell } = taking();
      let steps = 0;
      const dying = async <T>(step: () => Promise<T>): Promise<T> => {
        if (steps++ >= deadAfter) throw new Error('It is dead.');
        return step();
      };
      const dead: BackendState = {
        ...state,
        get: (key) => dying(() => state.get(key)),
        set: (key, value, ttl) => dying(() => state.set(key, value, ttl)),
        add: (key, value, ttl) => dying(() => state.add(key, value, ttl)),
        take: (key, value) => dying(() => state.take(key, value)),
      };
      await tellKept(tell, dead).catch(() => {});
      // Its lease has run out.
      await state.take('kept:lease');
      await keepPurchase(eventOf(3), state);
      await tellKept(tell, state);
      expect(new Set(ids), `dead after ${deadAfter} steps`).toEqual(new Set([1, 2, 3].map(idOf)));
    }
  });

  test('is told where all that was noted of earlier ones is forgotten', async () => {
    const state = memoryState();
    for (const n of [1, 2]) await keepPurchase(eventOf(n), state);
    const { ids, tell } = taking();
    await tellKept(tell, state);
    // As when their time is over.
    for (const key of ['kept:end', 'kept:0', 'kept:1']) await state.take(key);
    await keepPurchase(eventOf(3), state);
    await tellKept(tell, state);
    expect(ids).toEqual([1, 2, 3].map(idOf));
  });
});
