import { readFileSync } from 'node:fs';
import type { Offer } from '../../src/core/offer/offer.ts';
import { builtHtml } from '../setup/built-html.ts';
import { bundle, scriptFiles } from './bundle.ts';
import { linksOf, offersOf, productsReply } from './offers.ts';
import type { Site } from './site.ts';

const { renderOffers } = await builtHtml();

/** Ways to get the same offers onto a page. */
export type SceneName = keyof typeof SCENES;

/** What stands on the page before the script comes, and the script that draws. */
interface Scene {
  body: (offers: readonly Offer[], site: Site) => string;
  script: 'ours' | 'floor' | 'floor-by-hand' | 'floor-fetch' | 'lit-list' | 'buy-button';
}

const json = (value: unknown) => `<script type="application/json">${JSON.stringify(value)}</script>`;
const tag = (attributes: string, inside: string, { origin }: Site) =>
  `<limio-offers shop="${origin}" ${attributes}>${inside}</limio-offers>`;
const list = (attributes: string, { origin }: Site, name = 'div') =>
  `<${name} id="list" data-shop="${origin}" ${attributes}></${name}>`;

/** Cards are there with the page, so the clock stops before the script comes. */
const SEEN_AT_ONCE = `<script>bench.begin(); bench.drawn(); bench.begin = () => {};</script>`;

const floor: Scene = { body: (offers, site) => list('', site) + json(offers), script: 'floor' };

const SCENES = {
  links: { body: (offers, site) => tag('', linksOf(offers, site.origin), site), script: 'ours' },
  json: { body: (offers, site) => tag('', json(offers), site), script: 'ours' },
  src: { body: (offers, site) => tag(`src="/offers/${offers.length}.json"`, '', site), script: 'ours' },
  asked: {
    body: (offers, site) =>
      `${tag('', '', site)}<script>fetch('/offers/${offers.length}.json', { credentials: 'omit' }).then((answer) => answer.json()).then((list) => (document.querySelector('limio-offers').offers = list))</script>`,
    script: 'ours',
  },
  backend: { body: (offers, site) => tag(`backend="/limio/${offers.length}"`, '', site), script: 'ours' },
  picture: {
    body: (offers, { origin }) => renderOffers(offers, { shop: origin }) + SEEN_AT_ONCE,
    script: 'ours',
  },
  floor,
  again: floor,
  byHand: { ...floor, script: 'floor-by-hand' },
  fetched: {
    body: (offers, site) => list(`data-src="/offers/${offers.length}.json"`, site),
    script: 'floor-fetch',
  },
  lit: { body: (offers, site) => list('', site, 'bare-list') + json(offers), script: 'lit-list' },
  buyButton: {
    body: (offers, site) => list('', site) + json(productsReply(offers)),
    script: 'buy-button',
  },
} satisfies Record<string, Scene>;

/** Address of a scene's page; with `load`, one that holds its script already. */
export const pageOf = (name: SceneName, count: number, load = false): string =>
  `/${name}/${count}${load ? '/loaded' : ''}`;

/** Address of the script that a scene needs. */
export const scriptOf = (name: SceneName): string =>
  SCENES[name].script === 'ours' ? '/limio-offers.js' : `/contestants/${SCENES[name].script}.js`;

/** Puts pages of all scenes with so many offers on a site, and the scripts, each with a start of the clock. */
export async function putScenes(site: Site, counts: readonly number[]): Promise<void> {
  for (const [name, code] of scriptFiles)
    // The first line is for the compiler.
    site.put(
      `/${name}`,
      'javascript',
      name === 'limio-offers.js' ? code.replace('\n', '\nbench.begin();') : code,
    );
  for (const name of ['floor', 'floor-by-hand', 'floor-fetch', 'lit-list'] as const)
    site.put(`/contestants/${name}.js`, 'javascript', `bench.begin();${await contestant(name)}`);
  const buyButton = readFileSync('node_modules/@shopify/buy-button-js/dist/buybutton.min.js', 'utf8');
  const driver = await contestant('buy-button');
  site.put('/contestants/buy-button.js', 'javascript', `bench.begin();${buyButton};{${driver}}`);

  for (const count of counts) {
    const offers = offersOf(count);
    site.put(`/offers/${count}.json`, 'json', JSON.stringify(offers));
    site.put(`/limio/${count}/offers`, 'json', JSON.stringify({ offers }));
    for (const name of Object.keys(SCENES) as SceneName[]) {
      const { body } = SCENES[name];
      const script = `<script type="module" src="${scriptOf(name)}"></script>`;
      site.put(pageOf(name, count), 'html', page('', body(offers, site)));
      site.put(pageOf(name, count, true), 'html', page(script, body(offers, site)));
    }
  }
}

/** Puts pages with two groups of offers on a site, so many in all: at `/groups/ours` and `/groups/floor`. */
export async function putGroups(site: Site, count: number): Promise<void> {
  const offers = offersOf(count).map((offer, n) => ({ ...offer, group: n % 2 ? 'yearly' : 'monthly' }));
  site.put('/contestants/floor-switch.js', 'javascript', `bench.begin();${await contestant('floor-switch')}`);
  const head = (src: string) => `<script type="module" src="${src}"></script>`;
  site.put('/groups/ours', 'html', page(head('/limio-offers.js'), tag('', json(offers), site)));
  const floor = page(head('/contestants/floor-switch.js'), list('', site) + json(offers));
  site.put('/groups/floor', 'html', floor);
}

const contestant = (name: string) => bundle(`test/bench/contestants/${name}.ts`);

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Plans</title><link rel="icon" href="data:,">${head}</head><body style="margin:0;font-family:sans-serif">${body}</body></html>`;
