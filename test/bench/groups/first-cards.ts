import type { Browser } from 'playwright';
import { withFreshPage, type Hardship } from '../browser.ts';
import { beside, ms, type Figure } from '../figure.ts';
import { inRounds } from '../rounds.ts';
import { pageOf, putScenes, type SceneName } from '../scenes.ts';
import { openSite } from '../site.ts';
import { trafficOf } from '../visit.ts';

/** Offers on the page: a usual pricing section. */
const COUNT = 3;

/**
 * When cards can be seen, from the address on: before the script, by the script, and of a list that is loaded; and when
 * anything can be seen at all.
 */
export async function firstCards(browser: Browser): Promise<Figure[]> {
  const site = await openSite();
  try {
    await putScenes(site, [COUNT]);
    const figures: Figure[] = [];
    for (const [network, hardship] of [
      ['', {}],
      [', slow network', { isSlowNetwork: true }],
    ] as Array<[string, Hardship]>) {
      const visit = (name: SceneName) => () =>
        withFreshPage(browser, hardship, (page, session) =>
          trafficOf(page, session, site.origin + pageOf(name, COUNT, true)),
        );
      const visits = await inRounds({
        picture: visit('picture'),
        links: visit('links'),
        json: visit('json'),
        src: visit('src'),
        backend: visit('backend'),
        asked: visit('asked'),
        floor: visit('floor'),
      });
      const cards = (name: keyof typeof visits) => visits[name].map(({ painted }) => painted);
      const paint = (name: keyof typeof visits) => visits[name].map(({ firstPaint }) => firstPaint);
      const inPage = ['our script, the list in the page', cards('json')] as const;
      const floor = ['innerHTML', paint('floor')] as const;
      figures.push(
        beside(`cards before the script${network}`, cards('picture'), ['innerHTML', cards('floor')], ms, 1),
        beside(
          `cards before the script, too${network}`,
          cards('picture'),
          ['our script, links', cards('links')],
          ms,
          1,
        ),
        beside(`cards of a list at src${network}`, cards('src'), inPage, ms, 1.3),
        beside(`cards of a list the page asks for${network}`, cards('asked'), inPage, ms, 1.3),
        beside(`cards of a backend${network}`, cards('backend'), inPage, ms, 1.3),
        beside(`first paint, cards before the script${network}`, paint('picture'), floor, ms, 1),
        beside(`first paint, a list at src${network}`, paint('src'), floor, ms),
      );
    }
    return figures;
  } finally {
    await site.close();
  }
}
