import { expect, onTestFinished, test, vi } from 'vitest';
import { afterPaint } from '../../src/element/after-paint.ts';
import { modes, states } from '../../src/element/styles/finish.ts';
import { offer, root, show, tag } from './fixtures.ts';

/** Holds frames and timers until a test lets them go; gives what waits for a frame, and a real moment. */
function hold() {
  const { setTimeout } = window;
  const moment = () => new Promise((resolve) => setTimeout(resolve, 1));
  const frames: FrameRequestCallback[] = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const paint = () => {
    for (const frame of frames.splice(0)) frame(0);
    vi.advanceTimersByTime(0);
  };
  return { paint, moment };
}

/** Whether a promise has settled, after all that was due. */
async function isSettled(promise: Promise<void>, moment: () => Promise<unknown>): Promise<boolean> {
  let isDone = false;
  void promise.then(() => (isDone = true));
  await moment();
  return isDone;
}

test('what nobody waits for is done when a frame has been painted', async () => {
  const { paint, moment } = hold();
  const done = afterPaint();
  expect(await isSettled(done, moment)).toBe(false);
  paint();
  expect(await isSettled(done, moment)).toBe(true);
});

test('what nobody waits for is done in a tab that nobody sees, which paints no frame', async () => {
  const { moment } = hold();
  const done = afterPaint();
  vi.advanceTimersByTime(499);
  expect(await isSettled(done, moment)).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await isSettled(done, moment)).toBe(true);
});

test('cards are styled and drawn once for their first frame; what paper and contrast need is there', async () => {
  const { paint, moment } = hold();
  const el = await show(tag(), { offers: [offer('A'), offer('B', { highlighted: true })] });
  let drawings = 0;
  // Each drawing asks for the address of the page once.
  Object.defineProperty(el, 'baseURI', { get: () => (drawings++, document.baseURI) });
  const sheets = () => root(el).adoptedStyleSheets;
  while (!sheets().includes(modes.styleSheet!)) await moment();
  expect(sheets()).not.toContain(states.styleSheet);
  paint();
  while (!sheets().includes(states.styleSheet!)) await moment();
  expect(drawings).toBe(0);
  el.requestUpdate();
  await el.updateComplete;
  expect(drawings).toBe(1);
});
