import { afterEach, expect, test } from 'vitest';
import { digest } from '../../src/server/gate/digest.ts';
import { memoryState } from '../../src/server/state/memory-state.ts';
import { idOf, linesOf, open, subscribers } from './plan-setup.ts';

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

test('the same choice that comes twice at once is answered alike, and made once', async () => {
  const { start, put, get } = await subscribers('happy', { budget: 20_000 });
  const { id } = (await start()).body;
  const offer = idOf('Business Monthly');
  for (let round = 0; round < 3; round++) {
    const answers = await Promise.all([1, 2, 3].map(() => put(id, { offer })));
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([200, undefined]));
    expect(linesOf((await get(id)).body)).toEqual(['add Business × 5', 'remove Team × 3']);
    await put(id, { offer: null });
  }
});

test('two different choices at once leave one of them', async () => {
  const { start, put, get } = await subscribers('happy', { budget: 20_000 });
  const { id } = (await start()).body;
  const answers = await Promise.all(
    ['Business Monthly', 'Starter Monthly'].map((name) => put(id, { offer: idOf(name) })),
  );
  expect(answers.every(({ status, body }) => status === 200 || body.code === 'change_refused')).toBe(true);
  expect(answers.some(({ status }) => status === 200)).toBe(true);
  expect(linesOf((await get(id)).body).filter((line) => line.startsWith('add'))).toHaveLength(1);
});

test('a change that somebody else holds up is given up in time, and goes on once it is free', async () => {
  const state = memoryState();
  const { start, put } = await subscribers('happy', { state, budget: 3000 });
  const { id } = (await start()).body;
  const offer = idOf('Business Monthly');
  const place = `altering:${digest(id)}`;
  // As by an instance that died on the way.
  await state.set(place, 'somebody', 60_000);
  const held = await put(id, { offer });
  expect([held.status, held.body.code]).toEqual([504, 'upstream_timeout']);
  await state.take(place);
  expect((await put(id, { offer })).status).toBe(200);
});
