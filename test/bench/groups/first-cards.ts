import type { Browser } from 'playwright';
import { withFreshPage, type Hardship } from '../browser.ts';
import { beside, ms, type Figure } from '../figure.ts';
import { inRounds } from '../rounds.ts';
import { pageOf, putScenes, type SceneName } from '../scenes.ts';
import { openSite } from '../site.ts';
import { trafficOf } from '../visit.ts';

/** Offers on the page: a usual pricing section. */
const COUNT = 3;

/** When cards can be seen, from the address on: before the script, by the script, and of a list that is loaded. */
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
        withFreshPage(browser, hardship, async (page, session) => {
          const url = site.origin + pageOf(name, COUNT, true);
          return (await trafficOf(page, session, url)).painted;
        });
      const { picture, links, json, src, floor } = await inRounds({
        picture: visit('picture'),
        links: visit('links'),
        json: visit('json'),
        src: visit('src'),
        floor: visit('floor'),
      });
      figures.push(
        beside(`cards before the script${network}`, picture, ['innerHTML', floor], ms, 1),
        beside(`cards before the script, too${network}`, picture, ['our script, links', links], ms, 1),
        beside(`cards of a list at src${network}`, src, ['our script, the list in the page', json], ms, 1.3),
      );
    }
    return figures;
  } finally {
    await site.close();
  }
}
