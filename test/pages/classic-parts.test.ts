import { expect } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
import { classicScript, drawn, pageOf, plans } from './markup.ts';
import { test } from './scene.ts';

const FEATURES = [{ path: '/offers2/A', name: 'A', features: ['One'] }];
const listed = `<script type="application/json">${JSON.stringify(FEATURES)}</script>`;
const hinted = listed.replace('"One"', '{"text":"One","hint":"For all of you"}');

// prettier-ignore
const parts: Array<[what: string, file: string, attributes: string, inside: string | undefined, seen: string]> = [
  ['words in another language',     'classic-de',            'lang="de"',                undefined, 'Abonnieren'],
  ['prices as people write them',   'classic-written-offer', '',                         '<a href="{shop}/checkout?purchase=%2Foffers2%2FA" data-price="29,00 €">A</a>', '€29'],
  ['a reply of Limio',              'classic-read-catalog',  'src="/reply.json"',        '',        'Enterprise'],
  ['what a feature means',          'classic-hints',         '',                         hinted,    'For all of you'],
  ['the comparison',                'classic-comparison',    'layout="compare"',         listed,    'Offers compared'],
];
test.for(parts)(
  'The classic file loads %s from beside it',
  async ([, file, attributes, inside, seen], { scene }) => {
    scene.host.answers.set('/reply.json', {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ items: CATALOGUE }),
    });
    const element = plans(scene, attributes, inside?.replace('{shop}', scene.shop.origin));
    await scene.open(pageOf(classicScript(scene), element));
    await scene.told('limio-ready');
    expect(await scene.page.getByText(seen).first().textContent()).toContain(seen);
    expect(scene.cdn.seen.map(({ url }) => url)).toContain(`/${file}.js`);
  },
);

test('The classic file sells a list that a filter printed as text', async ({ scene }) => {
  const { page } = scene;
  await scene.open(pageOf(classicScript(scene), plans(scene, '', `<p>${JSON.stringify(FEATURES)}</p>`)));
  await expect(drawn(scene).first().getAttribute('href')).resolves.toContain('%2Foffers2%2FA');
  expect(await page.locator('limio-offers > p').isVisible()).toBe(false);
  // The text gave way to a script.
  scene.served = '';
});

test('The classic file says what is wrong with the page from beside it', async ({ scene }) => {
  scene.mistakes.push('attribute_invalid');
  await scene.open(pageOf(classicScript(scene), plans(scene, 'layout="grid"')));
  await expect.poll(() => scene.cdn.seen.map(({ url }) => url)).toContain('/classic-mistakes.js');
  await scene.told('limio-ready');
});

test('The classic file has made its cards ready for paper when the page is loaded', async ({ scene }) => {
  const { page } = scene;
  await page.emulateMedia({ media: 'print' });
  // A page that prints itself does so here.
  await page.addInitScript(() =>
    addEventListener('load', () => {
      const cta = document.querySelector('limio-offers')?.shadowRoot?.querySelector('.cta');
      if (cta) history.replaceState(getComputedStyle(cta, '::after').content, '');
    }),
  );
  await scene.open(pageOf(classicScript(scene), plans(scene)));
  await expect.poll(() => page.evaluate(() => history.state as unknown)).toContain('/checkout?purchase=');
});

test.for(['windows-1252', 'iso-8859-1', 'shift_jis', 'koi8-r', 'utf-16le'])(
  'The classic file is read as what it is on a page in %s',
  async (charset, { scene }) => {
    const headers = { 'content-type': `text/html; charset=${charset}` };
    const offer = [{ path: '/offers2/A', name: 'A', price: { amount: '29.00', currency: 'EUR' } }];
    const page = pageOf(classicScript(scene), plans(scene, `offers='${JSON.stringify(offer)}'`));
    const body = charset === 'utf-16le' ? Buffer.from(page, 'utf16le') : page.replace(/[^ -~\n]/g, '');
    scene.host.answers.set('/', { headers, body });
    await scene.page.goto(`${scene.host.origin}/`);
    await drawn(scene).first().waitFor();
    expect(await scene.page.getByText('€29').first().textContent()).toContain('€29');
  },
);
