import type { Browser, CDPSession, Page } from 'playwright';
import { processorTime, withFreshPage } from '../browser.ts';
import { beside, ms, type Figure } from '../figure.ts';
import { inRounds } from '../rounds.ts';
import { pageOf, putGroups, putScenes } from '../scenes.ts';
import { openSite } from '../site.ts';
import { cycled } from '../memory.ts';

/** With a hundred offers on the page. */
export async function interaction(browser: Browser): Promise<Figure[]> {
  const site = await openSite();
  const at = (path: string) => (use: (page: Page, session: CDPSession) => Promise<number>) => () =>
    withFreshPage(browser, {}, async (page, session) => {
      await page.goto(site.origin + path);
      await page.evaluate(() => window.bench.painted);
      return use(page, session);
    });
  try {
    await putScenes(site, [3, 100]);
    await putGroups(site, 100);
    const clicks = await inRounds({
      own: at(pageOf('json', 100, true))(leaving),
      plain: at(pageOf('floor', 100, true))(leaving),
    });
    const switches = await inRounds({
      own: at('/groups/ours')(switching),
      plain: at('/groups/floor')(switchingByHand),
    });
    return [
      beside('click to navigation started', clicks.own, ['a plain link', clicks.plain], ms),
      beside('switch of groups, 50 cards each, to painted', switches.own, ['innerHTML', switches.plain], ms),
      await withFreshPage(browser, {}, async (page, session) => {
        await page.goto(site.origin + pageOf('json', 3, true));
        return cycled(page, session);
      }),
    ];
  } finally {
    await site.close();
  }
}

/** A real click on the first link, until the browser says that it leaves; there it is held. */
async function leaving(page: Page): Promise<number> {
  await page.evaluate(() => {
    addEventListener('click', ({ timeStamp }) => (window.bench.start = timeStamp), { capture: true });
    window.bench.painted = new Promise((settle) =>
      window.navigation.addEventListener('navigate', (event) => {
        event.preventDefault();
        settle(performance.now() - window.bench.start);
      }),
    );
  });
  await page.locator('a.cta').first().click({ noWaitAfter: true });
  return page.evaluate(() => window.bench.painted);
}

/** Work of the main thread from the choice to the painted cards. */
async function worked(session: CDPSession, act: () => Promise<unknown>): Promise<number> {
  const before = await processorTime(session);
  await act();
  return (await processorTime(session)) - before;
}

const switching = (page: Page, session: CDPSession): Promise<number> =>
  worked(session, () =>
    page.evaluate(async () => {
      const element = document.querySelector('limio-offers')!;
      window.bench.painted = new Promise((settle) => (window.bench.settle = settle));
      element.shadowRoot!.querySelector<HTMLInputElement>('input:not(:checked)')!.click();
      await element.updateComplete;
      window.bench.drawn();
      return window.bench.painted;
    }),
  );

const switchingByHand = (page: Page, session: CDPSession): Promise<number> =>
  worked(session, () =>
    page.evaluate(() => {
      window.bench.painted = new Promise((settle) => (window.bench.settle = settle));
      window.showGroup('yearly');
      window.bench.drawn();
      return window.bench.painted;
    }),
  );
