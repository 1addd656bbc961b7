import { afterEach, expect, test, vi } from 'vitest';
import { issue, setup } from './token-setup.ts';

afterEach(() => void vi.useRealTimers());

const HOUR = 3_600_000;

test('a clock that is set back keeps nobody from asking for a token again', async () => {
  let isUp = false;
  const { call, wait } = setup({ token: () => (isUp ? issue() : new Response('', { status: 503 })) });
  await expect(call()).rejects.toMatchObject({ code: 'upstream_unavailable' });
  isUp = true;
  wait(-HOUR);
  expect(await call()).toEqual({ id: 'b' });
});

test.for([-HOUR, HOUR])(
  'a clock that is set by %i ms keeps no operation from being tried again',
  async (by) => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] });
    let isUp = false;
    const { call, client } = setup({
      api: () => (isUp ? Response.json({ id: 'b' }) : new Response('', { status: 503 })),
      breaker: { minimumCalls: 1 },
    });
    await call().catch(() => {});
    expect(client.health().open).toEqual(['applyPromoCode']);
    isUp = true;
    vi.setSystemTime(Date.now() + by);
    // By a clock that nobody sets: five seconds until it may be tried, and ten until nothing else can be the cause.
    vi.advanceTimersByTime(15_001);
    expect(await call()).toEqual({ id: 'b' });
    expect(client.health().open).toEqual([]);
  },
);

test('a call that was to try whether an operation is back, and never ends, does not keep the others out for good', async () => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'] });
  const replies: Array<() => Response | Promise<Response>> = [
    () => new Response('', { status: 503 }),
    // Workers stop what a request began, without a word.
    () => new Promise(() => {}),
  ];
  const ok = () => Response.json({ id: 'b' });
  const { call } = setup({ api: () => (replies.shift() ?? ok)(), breaker: { minimumCalls: 1 } });
  await call().catch(() => {});
  vi.advanceTimersByTime(5000);
  void call().catch(() => {});
  await expect(call()).rejects.toMatchObject({ code: 'upstream_unavailable' });
  vi.advanceTimersByTime(15_001);
  expect(await call()).toEqual({ id: 'b' });
});
