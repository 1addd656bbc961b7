import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';
import type { Offer } from '../../src/core/offer/offer.ts';
import type { RenderOptions } from '../../src/html/options.ts';
import { builtHtml } from '../setup/built-html.ts';
import { PATIENCE, visit } from './visit.ts';
import { visitorsIn, type Visitors } from './visitor.ts';

const month = { unit: 'month', count: 1 } as const;
const OFFERS: Offer[] = [
  {
    path: '/offers2/Reader',
    name: 'Reader',
    price: { amount: '4.90', currency: 'EUR', interval: month },
    features: ['Every article', 'The morning letter'],
  },
  {
    path: '/offers2/Desk',
    name: 'Desk with a name that needs a second line in a narrow place',
    summary: 'For whoever writes about it',
    badge: 'Most popular',
    highlighted: true,
    price: { amount: '29.00', currency: 'EUR', interval: month, was: '39.00' },
    features: ['Archive since 1998', 'Three devices', 'Alerts by mail'],
  },
  { path: '/offers2/Campus', name: 'Campus', smallPrint: [{ text: 'Renews each year' }] },
];

/** Where everything stands that can be seen of some cards, to a hundredth of a pixel, and what is below them. */
const PLACES = `const placesIn = (root) => [
  ...[...root.querySelectorAll('.card, .card :is(h3, p, li, bdi, s), .cta, .group, th, td')]
    .filter((part) => part.checkVisibility())
    .map((part) => [part.localName, part.getBoundingClientRect()])
    .filter(([, { width }]) => width)
    .map(([name, { x, y, width, height }]) => [name, x, y, width, height]),
  ['below', document.querySelector('#below').getBoundingClientRect().top],
].map(([name, ...place]) => [name, ...place.map((n) => Math.round(n * 100) / 100)].join(' '));`;

/**
 * Notes in each frame where things stand: in what came with the page as long as it is there, then in what the element
 * has drawn. The words of `when` say when `start` is to bring the element.
 */
const watch = (script: string, when: string) => `<script>
  ${PLACES}
  frames = [];
  const element = document.querySelector('limio-offers');
  const picture = element.querySelector('[data-limio-picture], .limio-cards');
  const note = () => {
    frames.push([isReady, placesIn(isReady ? element.shadowRoot : (picture.shadowRoot ?? picture))]);
    requestAnimationFrame(note);
  };
  note();
  const start = () => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: '${script}' }));
  ${when};
</script>`;

/** A font of the page that comes late. */
const FONT = readFileSync('node_modules/dejavu-fonts-ttf/ttf/DejaVuSerif-Bold.ttf');

/** Begins once what came with the page has been seen in that font: a busy browser may show no frame in between. */
const AFTER_THE_FONT = `async () => {
  for (const font of document.fonts) await font.load();
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame);
  start();
}`;

const STYLE = `@font-face { font-family: Late; src: url(/late.ttf); font-display: swap }
  body { font: 17px/1.15 Late, sans-serif } h3, p, li { margin: 1.5em 0; color: maroon } a { font-weight: bold }
  main > * + * { margin-block: 24px 0 } #page :is(div, ul, li, p, a, h3) { padding: 9px; text-indent: 3px; border: 2px solid }`;

// prettier-ignore
const cases: Array<[what: string, width: number, delay: number, fontDelay: number, options?: Partial<RenderOptions>, offers?: Offer[]]> = [
  ['links at once',                     1000, 0,    0],
  ['links that say all of it',          390,  600,  0,    {},                        OFFERS.slice(0, 1)],
  ['a list',                            768,  2000, 0],
  ['a list in a narrow place',          300,  600,  0],
  ['rows',                              768,  600,  0,    { layout: 'list' }],
  ['German, with a page in English',    1000, 600,  0,    { locale: 'de' }],
  ['two groups',                        390,  600,  0,    {},                        [{ ...OFFERS[0]!, group: 'monthly' }, { ...OFFERS[1]!, group: 'yearly' }]],
  ['a comparison',                      1000, 600,  0,    { layout: 'compare' }],
  ['a comparison on a phone',           320,  600,  0,    { layout: 'compare' }],
  ['a comparison on demand',            768,  600,  0,    { compareOffers: true }],
  ['a list that is loaded',             768,  600,  0,    { src: '/offers.json' }],
  ['a font that comes before it',       768,  1000, 300],
  ['a font that comes after it',        390,  300,  1500],
  ['cards of the style sheet',          1000, 600,  0,    { form: 'cards' }],
  ['cards of it in a narrow place',     360,  2000, 0,    { form: 'cards' }],
  ['rows of it',                        768,  600,  0,    { form: 'cards', layout: 'list' }],
  ['cards of it, the font comes late',  390,  300,  1500, { form: 'cards' }],
];

describe(`In ${inject('engine')}, where a picture stands`, () => {
  let visitors: Visitors;
  beforeAll(async () => {
    visitors = await visitorsIn(inject('engine'));
  });
  afterAll(() => visitors?.close());

  test.for(cases)(
    'the script moves nothing: %s, %i px wide, %i ms late',
    async ([, width, delay, fontDelay, options, offers = OFFERS]) => {
      const scene = await visit(visitors);
      const { renderOffers } = await builtHtml();
      scene.host.answers.set('/offers.json', {
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(offers),
      });
      scene.host.answers.set('/late.ttf', (_, response) => {
        setTimeout(() => response.end(FONT), fontDelay);
      });
      const html = renderOffers(offers, { shop: scene.shop.origin, ...options });
      const then = fontDelay < delay ? AFTER_THE_FONT : 'start';
      const script = watch(`${scene.cdn.origin}/limio-offers.js`, `setTimeout(${then}, ${delay})`);
      const around = `<h1>Plans</h1><p>Words above</p>${html}<p id="below">Below</p>`;
      await scene.open(`<main id="page" style="width:${width}px">${around}</main>${script}`, {
        head: `<style>${STYLE}</style><link rel="stylesheet" href="${scene.cdn.origin}/limio-offers.css">`,
      });
      // Their number alone, as all of them are too much for a busy browser to tell again and again.
      await vi.waitFor(
        async () =>
          expect(await scene.run('return frames.filter(([isReady]) => isReady).length')).toBeGreaterThan(10),
        PATIENCE,
      );
      const frames = (await scene.run('return frames')) as Array<[isReady: boolean, places: string[]]>;
      const first = frames.findIndex(([isReady]) => isReady);
      const [before, after] = [frames[first - 1]![1], frames[first]![1]];
      expect(before.length).toBeGreaterThan(offers.length);
      // As long as a font is awaited, WebKit measures the letters of a line anew with another one, by up to 3 px.
      const lines = (places: string[]) =>
        places.filter((place) => !/^(bdi|s) /.test(place)).map((place) => place.replace(/ \S+( \S+)$/, '$1'));
      expect(lines(after)).toEqual(lines(before));
      // When it comes, it moves letters by itself.
      if (fontDelay < delay) expect([after, frames.at(-1)![1]]).toEqual([before, before]);
      expect(await scene.run('return noise')).toEqual([]);
    },
  );

  test('a press that was begun on it ends at the shop', async () => {
    const scene = await visit(visitors);
    const { renderOffers } = await builtHtml();
    await scene.open(
      renderOffers(OFFERS, { shop: scene.shop.origin }) +
        '<p id="below">Below</p>' +
        watch(`${scene.cdn.origin}/limio-offers.js`, "addEventListener('pointerdown', start)"),
    );
    const [x, y] = (await scene.run(`
      const { left, top } = document.querySelector('[data-limio-picture]').shadowRoot.querySelector('a').getBoundingClientRect();
      return [left + 5, top + 5];`)) as [number, number];
    await scene.clickAt(x, y);
    expect((await scene.arrival()).url).toContain('Reader');
  });
});
