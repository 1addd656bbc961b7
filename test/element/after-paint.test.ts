import { expect, onTestFinished, test, vi } from 'vitest';
import { afterPaint } from '../../src/element/after-paint.ts';
import { modes, states } from '../../src/element/styles/finish.ts';
import { offer, root, show, tag } from './fixtures.ts';

/** Holds frames and timers until a test lets them go; gives what paints a frame. */
function hold(): () => void {
  const frames: FrameRequestCallback[] = [];
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return () => {
    for (const frame of frames.splice(0)) frame(0);
    vi.advanceTimersByTime(0);
  };
}

/** Whether a promise has settled: what waits for it then comes before what is two steps behind. */
const isSettled = (promise: Promise<void>): Promise<boolean> =>
  Promise.race([
    promise.then(() => true),
    Promise.resolve()
      .then(() => {})
      .then(() => false),
  ]);

test('what nobody waits for is done when a frame has been painted', async () => {
  const paint = hold();
  const done = afterPaint();
  expect(await isSettled(done)).toBe(false);
  paint();
  expect(await isSettled(done)).toBe(true);
});

test('what nobody waits for is done in a tab that nobody sees, which paints no frame', async () => {
  hold();
  const done = afterPaint();
  vi.advanceTimersByTime(499);
  expect(await isSettled(done)).toBe(false);
  vi.advanceTimersByTime(1);
  expect(await isSettled(done)).toBe(true);
});

test('cards are styled and drawn once for their first frame; what paper and contrast need is there', async () => {
  const paint = hold();
  const el = await show(tag(), { offers: [offer('A'), offer('B', { highlighted: true })] });
  let drawings = 0;
  // Each drawing asks for the address of the page once.
  Object.defineProperty(el, 'baseURI', { get: () => (drawings++, document.baseURI) });
  const sheets = () => root(el).adoptedStyleSheets;
  await expect.poll(sheets).toContain(modes.styleSheet);
  expect(sheets()).not.toContain(states.styleSheet);
  paint();
  await expect.poll(sheets).toContain(states.styleSheet);
  expect(drawings).toBe(0);
  el.requestUpdate();
  await el.updateComplete;
  expect(drawings).toBe(1);
});
