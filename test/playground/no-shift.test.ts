import { afterAll, beforeAll, expect } from 'vitest';
import { asScript, builtFile } from '../pages/built-files.ts';
import { test } from '../pages/scene.ts';
import { layoutShift } from '../setup/layout-shift.ts';
import { serveDemoPages, type DemoPages } from './demo-pages.ts';

let demo: DemoPages;
beforeAll(async () => {
  demo = await serveDemoPages();
});
afterAll(() => demo.close());

/** What the playground writes for files at this address, once the preview is drawn. */
async function written(hash: string): Promise<string> {
  const { page } = await demo.visit(`/#${hash}`);
  await page.getByLabel('Code to paste').getByText('limio-cards').waitFor();
  const code = await page
    .locator('pre')
    .first()
    .evaluate((pre) => pre.textContent);
  await page.context().close();
  return code;
}

/** A page around the offers, whose own headings and lists have a style. */
const around = (code: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<style>body { font: 17px/1.15 serif } h3, p, li { margin: 1.5em 0; color: maroon } a { font-weight: bold }
  :is(p, li, a, h3, span, ul) { line-height: 2.2; text-transform: uppercase; letter-spacing: 1px; border: 1px solid }
  body > * + * { margin-block: 24px 0 } #page :is(div, ul, li, p, a, h3) { padding: 9px; text-indent: 3px }</style>
</head><body id="page"><h1>Plans</h1>${code}<h3>More</h3><p id="below">What stands below.</p>
<script>performance.mark('before', { detail: document.querySelector('#below').getBoundingClientRect().top })</script>
</body></html>`;

/** Plans by the month and by the year, of other heights. */
const GROUPS = `own=${encodeURIComponent(
  JSON.stringify(
    ['month', 'year'].flatMap((unit, n) =>
      ['Solo', 'Team'].map((name) => ({
        path: `/offers2/${name} ${unit}`,
        name,
        group: `${unit}ly`,
        price: { amount: n ? '290' : '29', currency: 'EUR', interval: { unit, count: 1 } },
        ...(n === 0 && { features: ['One', 'Two', 'Three'] }),
      })),
    ),
  ),
)}`;

// prettier-ignore
const cases: Array<[width: number, delay: number, settings: string]> = [
  [360,  2000, ''],
  [390,  600,  'layout=cards'],
  [768,  2000, 'promo-code=SAVE20'],
  [1280, 2000, ''],
  [1280, 600,  'layout=list'],
  [390,  600,  'layout=list'],
  [768,  600,  'layout=compact&accent=%230a7d4f'],
  [390,  600,  `${GROUPS}&group=yearly`],
  [1280, 2000, GROUPS],
];
test.for(cases)(
  'nothing moves at %s px when the script comes after %s ms: %s',
  async ([width, delay, settings], { scene }) => {
    const code = await written(
      `${settings}&files=${encodeURIComponent(scene.cdn.origin)}&shop=${encodeURIComponent(scene.shop.origin)}`,
    );
    scene.cdn.answers.set('/limio-offers.js', (_, response) => {
      setTimeout(() => {
        response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
        response.end(builtFile('limio-offers.js'));
      }, delay);
    });
    await scene.page.setViewportSize({ width, height: 800 });
    await scene.open(around(code));
    await scene.told('limio-ready');
    await scene.page.locator('.limio-cards').waitFor({ state: 'hidden' });
    const [before, after] = await scene.page.evaluate(() => [
      (performance.getEntriesByName('before')[0] as PerformanceMark).detail as number,
      document.querySelector('#below')!.getBoundingClientRect().top,
    ]);
    expect(after).toBe(before);
    expect(await layoutShift(scene.page)).toBe(0);
  },
);

// prettier-ignore
const plain = ['copy-link=true', 'select=many', 'checkout=assisted&backend=https%3A%2F%2Foffers.example.com', 'early=0'];
test.for(plain)(
  'what is drawn by a part that is loaded later is left to the script: %s',
  async (settings) => {
    const { page } = await demo.visit(`/#${settings}`);
    await page.locator('.stage .card').first().waitFor();
    expect(await page.locator('pre').first().innerText()).not.toContain('limio-cards');
    await page.context().close();
  },
);

test('where the script never comes, the cards stand and sell', async ({ scene }) => {
  const code = await written(
    `files=${encodeURIComponent(scene.cdn.origin)}&shop=${encodeURIComponent(scene.shop.origin)}`,
  );
  scene.cdn.answers.set('/limio-offers.js', asScript(''));
  scene.tolerated.push(/integrity/);
  await scene.open(around(code));
  const link = scene.page.locator('.limio-cards a').first();
  expect(await link.evaluate((el) => getComputedStyle(el).textDecorationLine)).toBe('none');
  expect((await scene.sell(link)).url).toMatch(/^\/checkout\?purchase=/);
});

test('the switch between groups works before the script, and what was chosen stays chosen', async ({
  scene,
}) => {
  const code = await written(
    `${GROUPS}&group=yearly&files=${encodeURIComponent(scene.cdn.origin)}&shop=${encodeURIComponent(scene.shop.origin)}`,
  );
  let send = () => {};
  scene.cdn.answers.set('/limio-offers.js', (_, response) => {
    send = () => {
      response.writeHead(200, { 'content-type': 'text/javascript', 'access-control-allow-origin': '*' });
      response.end(builtFile('limio-offers.js'));
    };
  });
  // Another list of the page has a switch of its own.
  const other = code.replace(/<script[^]*/, '').replaceAll('Solo', 'Duo');
  const isOpen = scene.open(around(code + other));
  const [first, second] = [0, 1].map((n) => scene.page.locator('.limio-cards').nth(n));
  const seen = (list: typeof first) =>
    list!.locator('a').filter({ visible: true }).first().getAttribute('href');
  await expect.poll(() => seen(first)).toContain('Solo%20year');
  await first!.getByRole('radio', { name: 'Monthly' }).check();
  expect(await seen(first)).toContain('Solo%20month');
  expect(await seen(second)).toContain('Duo%20year');
  send();
  await isOpen;
  await scene.told('limio-ready');
  const drawn = scene.page.locator('limio-offers').first().locator('a[part~=cta]').filter({ visible: true });
  await expect.poll(() => drawn.first().getAttribute('href')).toContain('Solo%20month');
});

test('the sheet touches nothing but the cards and the tag around them', () => {
  expect(builtFile('limio-offers.css')).toMatch(
    /^:where\(limio-offers:has[^{}]*\)\{display:block\}\.limio-cards:not\(#_#_#_\)\{[^]*\}\n$/,
  );
});
