import type { Browser } from 'playwright';
import type { Hardship } from '../browser.ts';
import { drawOnce, sameLists, type Drawing } from '../draw-once.ts';
import { beside, ms, type Figure } from '../figure.ts';
import { inRounds } from '../rounds.ts';
import { putScenes, type SceneName } from '../scenes.ts';
import { openSite } from '../site.ts';

/** Who draws how many on what machine. A thousand take Buy Button many seconds, so it is left out there. */
const HEATS: Array<{ count: number; hardship: Hardship; names: readonly SceneName[] }> = [
  {
    count: 12,
    hardship: {},
    names: ['floor', 'byHand', 'json', 'links', 'src', 'fetched', 'lit', 'buyButton'],
  },
  {
    count: 100,
    hardship: {},
    names: ['floor', 'again', 'byHand', 'json', 'links', 'src', 'fetched', 'lit', 'buyButton'],
  },
  { count: 1000, hardship: {}, names: ['floor', 'json', 'links', 'lit'] },
  { count: 12, hardship: { slowdown: 4 }, names: ['floor', 'json', 'buyButton'] },
  { count: 100, hardship: { slowdown: 4 }, names: ['floor', 'json', 'links', 'buyButton'] },
];

/** What is set beside what, and the largest ratio that is aimed for, by the number of offers. */
const PAIRS: Array<[what: string, own: SceneName, other: SceneName, called: string, aims: Aims]> = [
  ['inline JSON', 'json', 'floor', 'innerHTML', { 12: 0.91, 100: 1.16, 1000: 1.18 }],
  ['links', 'links', 'floor', 'innerHTML', { 100: 1.15 }],
  ['src', 'src', 'fetched', 'fetch and innerHTML', { 100: 1.15 }],
  ['inline JSON, beside prices by hand', 'json', 'byHand', 'innerHTML without a formatter', {}],
  ['inline JSON, beside Lit', 'json', 'lit', 'a bare Lit list', {}],
  ['inline JSON, beside Buy Button', 'json', 'buyButton', 'Buy Button', { 12: 1 / 5, 100: 1 / 10 }],
  ['innerHTML beside itself', 'again', 'floor', 'innerHTML', {}],
];

type Aims = Partial<Record<number, number>>;
type Samples = Partial<Record<SceneName, readonly Drawing[]>>;

/** From the first line of the script to painted cards, on a page that stands there already. */
export async function draw(browser: Browser): Promise<Figure[]> {
  const site = await openSite();
  try {
    await putScenes(site, [12, 100, 1000]);
    await sameLists(browser, site.origin);
    const figures: Figure[] = [];
    const all = new Map<number, Samples>();
    for (const { count, hardship, names } of HEATS) {
      const runs = names.map((name) => [name, () => drawOnce(browser, site.origin, name, count, hardship)]);
      const samples: Samples = await inRounds<SceneName, Drawing>(Object.fromEntries(runs));
      if (!hardship.slowdown) all.set(count, samples);
      figures.push(
        ...compare(`${count} offers${hardship.slowdown ? ', processor 4× slower' : ''}`, count, samples),
      );
    }
    return [...figures, growth(all.get(100)!, all.get(1000)!)];
  } finally {
    await site.close();
  }
}

/** In work of the page's main thread; by the clock as well where there is an aim. */
function compare(condition: string, count: number, samples: Samples): Figure[] {
  return PAIRS.flatMap(([what, own, other, called, aims]) => {
    const [ours, theirs] = [samples[own], samples[other]];
    if (!ours || !theirs) return [];
    const figure = (measure: keyof Drawing, note: string) =>
      beside(
        `${condition}, ${what}${note}`,
        ours.map((drawing) => drawing[measure]),
        [called, theirs.map((drawing) => drawing[measure])],
        ms,
        aims[count],
      );
    const isAwaited = aims[count] !== undefined || own === 'again';
    return [figure('work', ''), ...(isAwaited ? [figure('wall', ', by the clock')] : [])];
  });
}

/** How many times the work of a hundred a thousand are. */
function growth(hundred: Samples, thousand: Samples): Figure {
  const times = (name: SceneName) =>
    thousand[name]!.map(({ work }, round) => work / hundred[name]![round]!.work);
  const unit = (value: number) => `× ${value.toFixed(1)}`;
  return beside(
    'from 100 to 1,000 offers, inline JSON',
    times('json'),
    ['innerHTML', times('floor')],
    unit,
    1,
  );
}
