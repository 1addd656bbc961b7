import type { CDPSession, Page } from 'playwright';
import type { Figure } from './figure.ts';

const CYCLES = 200;

/** What a page holds after the element was made and removed so many times, beside what it held before. */
export async function cycled(page: Page, session: CDPSession): Promise<Figure> {
  await page.evaluate(() => window.bench.painted);
  // The first ones fill caches, such as those of templates, which stay.
  await cycle(page, 20);
  const before = await held(session);
  await cycle(page, CYCLES);
  const after = await held(session);
  const more = (name: keyof typeof after) => after[name] - before[name];
  return {
    what: `left behind by ${CYCLES} elements made and removed`,
    ours: `${more('nodes')} nodes, ${more('jsEventListeners')} listeners, ${Math.round(more('heap') / 1000)} kB`,
    beside: `held before: ${before.nodes} nodes, ${Math.round(before.heap / 1000)} kB; aim: none`,
  };
}

async function held(session: CDPSession) {
  await session.send('HeapProfiler.collectGarbage');
  const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
  const { usedSize: heap } = await session.send('Runtime.getHeapUsage');
  return { nodes, jsEventListeners, heap };
}

const cycle = (page: Page, times: number): Promise<void> =>
  page.evaluate(async (times) => {
    const model = document.querySelector('limio-offers')!;
    for (let time = 0; time < times; time++) {
      const copy = model.cloneNode(true) as typeof model;
      document.body.append(copy);
      await copy.updateComplete;
      copy.remove();
    }
  }, times);
