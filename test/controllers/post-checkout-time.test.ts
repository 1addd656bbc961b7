import { afterEach, describe, expect, test, vi } from 'vitest';
import { postCheckout } from '../../src/controllers/post-checkout.ts';
import { opened } from '../element/assist-fixtures.ts';
import { held, serve, shop } from '../element/fixtures.ts';

const order = { items: [{ path: '/offers2/A' }] };

const post = (signal = new AbortController().signal) =>
  postCheckout({ backend: 'https://offers.example.com', shop, order }, signal);

afterEach(() => {
  vi.useRealTimers();
});

describe('the time it takes', () => {
  test('is 3 seconds at most, when no answer comes', async () => {
    vi.useFakeTimers();
    const { answer } = held();
    const calls = serve(answer);
    const outcome = post();
    await vi.advanceTimersByTimeAsync(2999);
    expect(calls[0]!.init.signal!.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(await outcome).toMatchObject({ error: { code: 'timeout' }, fields: [] });
    expect(calls[0]!.init.signal!.aborted).toBe(true);
  });

  test('covers an answer that begins and does not end', async () => {
    vi.useFakeTimers();
    serve(({ init }) => new Response(unfinished(init.signal!)));
    const outcome = post();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await outcome).toMatchObject({ error: { code: 'timeout' }, fields: [] });
  });

  // Libraries that wrap `fetch` lose what they do not know.
  test('is kept where a wrapper of the page drops the signal, and nothing ever settles', async () => {
    vi.useFakeTimers();
    serve(() => new Promise(() => {}));
    const outcome = post();
    await vi.advanceTimersByTimeAsync(3000);
    expect(await outcome).toMatchObject({ error: { code: 'timeout' }, fields: [] });
  });

  test('leaves no timer behind', async () => {
    vi.useFakeTimers();
    serve(() => opened());
    await post();
    expect(vi.getTimerCount()).toBe(0);
  });
});

test('ends at once when the customer moves on', async () => {
  const { answer } = held();
  const calls = serve(answer);
  const intent = new AbortController();
  const outcome = post(intent.signal);
  intent.abort();
  expect(await outcome).toMatchObject({ error: { code: 'cancelled' }, fields: [] });
  expect(calls[0]!.init.signal!.aborted).toBe(true);
});

const unfinished = (signal: AbortSignal) =>
  new ReadableStream({
    start(it) {
      it.enqueue(new TextEncoder().encode('{"url":"https://'));
      signal.addEventListener('abort', () => it.error(signal.reason));
    },
  });
