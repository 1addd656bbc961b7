import type { Browser, CDPSession, Page } from 'playwright';
import { processorTime, withFreshPage, type Hardship } from './browser.ts';
import { pageOf, scriptOf, type SceneName } from './scenes.ts';

/** What it took to draw, in milliseconds. */
export interface Drawing {
  /** Work of the page's main thread. */
  work: number;
  /** Until it could be seen, by the clock on the wall. */
  wall: number;
}

/** Draws a scene on a page that stands there already: from the first line of its script to painted cards. */
export const drawOnce = (
  browser: Browser,
  origin: string,
  name: SceneName,
  count: number,
  hardship: Hardship = {},
): Promise<Drawing> =>
  withFreshPage(browser, hardship, async (page, session) => {
    await page.goto(origin + pageOf(name, count));
    return measure(page, session, scriptOf(name));
  });

/** Adds the script once the page has been painted and has nothing left to do. */
async function measure(page: Page, session: CDPSession, src: string): Promise<Drawing> {
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2000 })));
  const before = await processorTime(session);
  const wall = await page.evaluate((src) => {
    document.head.append(Object.assign(document.createElement('script'), { type: 'module', src }));
    return window.bench.painted;
  }, src);
  return { work: (await processorTime(session)) - before, wall };
}

/**
 * Times of lists that do not show the same would mean nothing: words, links and places of all cards are compared.
 *
 * @throws when one differs from the floor's. Buy Button draws cards of its own and is not compared.
 */
export async function sameLists(browser: Browser, origin: string): Promise<void> {
  const show = (name: SceneName) =>
    withFreshPage(browser, {}, async (page, session) => {
      await page.goto(origin + pageOf(name, 12));
      await measure(page, session, scriptOf(name));
      return describe(page);
    });
  const floor = await show('floor');
  for (const name of ['byHand', 'links', 'json', 'src', 'fetched', 'lit'] as const) {
    const own = await show(name);
    if (own !== floor) throw new Error(`${name} shows another list than the floor:\n${own}\n${floor}`);
  }
}

const describe = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { shadowRoot } = document.querySelector('#list, limio-offers')!;
    const cards = [...shadowRoot!.querySelectorAll<HTMLElement>('.card')].map((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      const words = card.textContent!.replace(/\s/g, '');
      return { words, href: card.querySelector('a')!.href, x, y, width, height };
    });
    return JSON.stringify(cards);
  });
