import type { Browser } from 'playwright';
import { withFreshPage, type Hardship } from '../browser.ts';
import { beside, bytes, ms, type Figure } from '../figure.ts';
import { putMarketingPages } from '../page-impact-pages.ts';
import { inRounds } from '../rounds.ts';
import { pageOf, putScenes, type SceneName } from '../scenes.ts';
import { openSite } from '../site.ts';
import { spread } from '../statistics.ts';
import { impactOf, trafficOf, type Impact, type Traffic } from '../visit.ts';

/** What the rest of a page notices of us, and what has to travel. */
export async function pageImpact(browser: Browser): Promise<Figure[]> {
  const site = await openSite();
  try {
    await putScenes(site, [3, 12]);
    putMarketingPages(site);
    return [
      ...(await impacts(browser, site.origin)),
      ...(await shifts(browser, site.origin)),
      ...(await traffic(browser, site.origin)),
    ];
  } finally {
    await site.close();
  }
}

async function impacts(browser: Browser, origin: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [condition, hardship] of [
    ['', {}],
    [', processor 4× slower', { slowdown: 4 }],
    [', slow network', { isSlowNetwork: true }],
  ] as Array<[string, Hardship]>) {
    const visit = (path: string) => () =>
      withFreshPage(browser, hardship, (page) => impactOf(page, origin + path));
    const { own, without } = await inRounds<'own' | 'without', Impact>({
      own: visit('/marketing'),
      without: visit('/marketing/without'),
    });
    if (own.some(({ drawn }) => !drawn) || without.some(({ drawn }) => drawn))
      throw new Error('With the script the page draws no offers, or without it, it does.');
    const pick = (name: keyof Impact, from = own) => from.map((impact) => impact[name]);
    const blocking = spread(pick('blocking')).median - spread(pick('blocking', without)).median;
    figures.push(
      beside(
        `largest paint of a marketing page${condition}`,
        pick('largest'),
        ['without us', pick('largest', without)],
        ms,
        1.05,
      ),
      { what: `blocking time we add to it${condition}`, ours: ms(Math.max(0, blocking)) },
      { what: `layout shift of it${condition}`, ours: `${spread(pick('shift')).median}`, beside: 'aim: 0' },
    );
  }
  return figures;
}

/** Of pages that have the offers at their very top, and text below them. */
async function shifts(browser: Browser, origin: string): Promise<Figure[]> {
  const visit = (name: string) => () =>
    withFreshPage(browser, {}, async (page) => (await impactOf(page, `${origin}/fold/${name}`)).shift);
  const samples = await inRounds({
    links: visit('links'),
    json: visit('json'),
    src: visit('src'),
    reserved: visit('reserved'),
  });
  return Object.entries(samples).map(([name, sample]) => ({
    what: `layout shift, offers above the fold, ${name === 'reserved' ? 'src, with the height reserved by the page' : name}`,
    ours: spread(sample).median.toFixed(3),
    beside: 'aim: 0',
  }));
}

async function traffic(browser: Browser, origin: string): Promise<Figure[]> {
  const visit = (name: SceneName, hardship: Hardship) => () =>
    withFreshPage(browser, hardship, (page, session) =>
      trafficOf(page, session, origin + pageOf(name, 12, true)),
    );
  const rounds = (hardship: Hardship) =>
    inRounds<'json' | 'links' | 'src' | 'floor' | 'buyButton', Traffic>({
      json: visit('json', hardship),
      links: visit('links', hardship),
      src: visit('src', hardship),
      floor: visit('floor', hardship),
      buyButton: visit('buyButton', hardship),
    });
  const slow = await rounds({ isSlowNetwork: true });
  const pick = (name: keyof typeof slow, part: keyof Traffic) => slow[name].map((each) => each[part]);
  const requests = (value: number) => `${value}`;
  return [
    ...(['json', 'links', 'src'] as const).flatMap((name) => [
      beside(
        `12 offers, ${name}: bytes until cards`,
        pick(name, 'bytes'),
        ['Buy Button, without its data', pick('buyButton', 'bytes')],
        bytes,
      ),
      beside(
        `12 offers, ${name}: requests until cards`,
        pick(name, 'requests'),
        ['Buy Button, without its data', pick('buyButton', 'requests')],
        requests,
      ),
      beside(
        `12 offers, ${name}: from address to cards, slow network`,
        pick(name, 'painted'),
        ['innerHTML', pick('floor', 'painted')],
        ms,
      ),
    ]),
    beside(
      '12 offers, json: from address to cards, slow network, beside Buy Button',
      pick('json', 'painted'),
      ['Buy Button, its data in the page', pick('buyButton', 'painted')],
      ms,
    ),
    {
      what: 'requests until the first click, inline offers',
      ours: requests(spread(pick('json', 'requests')).median),
      beside: 'aim: 1',
    },
  ];
}
