import { describe, expect } from 'vitest';
import type { Offer } from '../../src/core/offer/offer.ts';
import { builtHtml } from '../setup/built-html.ts';
import { layoutShift } from '../setup/layout-shift.ts';
import { moduleScript, pageOf } from './markup.ts';
import { test, type Scene } from './scene.ts';

const month = { unit: 'month', count: 1 } as const;
const offer = (name: string, amount: string): Offer => ({
  path: `/offers2/${name}`,
  name,
  price: { amount, currency: 'EUR', interval: month },
  features: ['Every article', 'The morning letter'],
});
const OFFERS = [offer('Reader', '4.90'), offer('Desk', '29.00'), offer('Team', '99.00')];

const { renderOffers, styleHashes } = await builtHtml();
const picture = ({ shop }: Scene, options = {}) => renderOffers(OFFERS, { shop: shop.origin, ...options });
const below = '<p id="below">Below</p>';

const buttonIn = (scene: Scene, name: string) =>
  scene.page.locator('[data-limio-picture]').getByRole('link', { name });

/** Opens a page whose picture a parser takes out of the HTML, which is then not as it was served. */
async function open(scene: Scene, ...page: Parameters<Scene['open']>): Promise<void> {
  await scene.open(...page);
  scene.served = '';
}

/** Adds the script so many milliseconds after all else has loaded. */
const late = ({ cdn }: Scene, delay: number) => `<script type="module">
  const script = Object.assign(document.createElement('script'), { type: 'module', src: '${cdn.origin}/limio-offers.js' });
  onload = () => setTimeout(() => document.head.append(script), ${delay});
</script>`;

/** Keeps the processor busy for most of the time. */
const BUSY = `<script>setInterval(() => { const end = performance.now() + 80; while (performance.now() < end); }, 100)</script>`;

/** Blocks stand apart, and each box has a space inside, as in the themes of page builders. */
const THEME = `<style>body > * { margin-block: 24px 0 } #page :is(div, ul, li, a) { padding: 9px; border: 2px solid }</style>`;

test('on a slow processor, and in a theme, too, nothing moves', async ({ scene }) => {
  await scene.page.setViewportSize({ width: 390, height: 800 });
  const page = pageOf(THEME + BUSY, picture(scene) + below + late(scene, 800));
  await open(scene, page.replace('<body>', '<body id="page">'));
  const top = () => scene.page.locator('#below').evaluate((el) => el.getBoundingClientRect().top);
  await buttonIn(scene, 'Desk').waitFor();
  const before = await top();
  await scene.told('limio-ready');
  expect([await top(), await layoutShift(scene.page)]).toEqual([before, 0]);
});

test('where the script never comes, the picture stands and sells', async ({ scene }) => {
  scene.tolerated.push(/Failed to load resource|CORS policy/);
  scene.cdn.answers.set('/limio-offers.js', { status: 404 });
  await open(scene, pageOf(moduleScript(scene), picture(scene)));
  expect((await scene.sell(buttonIn(scene, 'Desk'))).url).toBe('/checkout?purchase=%2Foffers2%2FDesk');
});

test('a screen reader hears each offer once, before the script and after it', async ({ scene }) => {
  await open(scene, pageOf('', picture(scene) + late(scene, 400)));
  const names = async () =>
    (await scene.page.locator('body').ariaSnapshot())
      .match(/link "[^"]*"/g)
      ?.map((link) => link.slice(6, -1));
  const expected = ['Subscribe Reader', 'Subscribe Desk', 'Subscribe Team'];
  await expect.poll(names).toEqual(expected);
  await scene.told('limio-ready');
  expect(await names()).toEqual(expected);
});

test('with the style sheet one of two groups is shown, and a switch changes it without a script', async ({
  scene,
}) => {
  const sheet = `${scene.cdn.origin}/limio-offers.css`;
  const groups = ['monthly', 'yearly'];
  const offers = groups.flatMap((group) =>
    OFFERS.map((one) => ({ ...one, path: `${one.path} ${group}`, group })),
  );
  const html = renderOffers(offers, { shop: scene.shop.origin, sheet, group: 'yearly' });
  const head = `<link rel="stylesheet" href="${sheet}">`;
  await open(scene, pageOf(head, html + below));
  const top = () => scene.page.locator('#below').evaluate((el) => el.getBoundingClientRect().top);
  const links = () =>
    scene.page
      .locator('[data-limio-picture] a.cta:visible')
      .evaluateAll((all) => all.map((el) => decodeURIComponent((el as HTMLAnchorElement).search)));
  const before = await top();
  expect((await links()).every((link) => link.endsWith('yearly'))).toBe(true);
  await scene.page.getByRole('radio').first().check();
  expect((await links()).every((link) => link.endsWith('monthly'))).toBe(true);
  expect(await links()).toHaveLength(3);
  await scene.page.evaluate(
    (src) => document.head.append(Object.assign(document.createElement('script'), { type: 'module', src })),
    `${scene.cdn.origin}/limio-offers.js`,
  );
  await scene.told('limio-ready');
  expect([await top(), await layoutShift(scene.page)]).toEqual([before, 0]);
});

test.for(['links', 'picture', 'cards'] as const)(
  'in the form of %s an offer that leads elsewhere is there once, before the script and after it',
  async (form, { scene }) => {
    const offers = [
      ...OFFERS,
      { path: '/offers2/Talk', name: 'Talk to us', href: 'mailto:sales@example.com' },
    ];
    const html = renderOffers(offers, { shop: scene.shop.origin, form });
    await open(scene, pageOf('', html + below + late(scene, 400)));
    const seen = () => scene.page.locator('a[href="mailto:sales@example.com"]:visible').count();
    await expect.poll(seen).toBe(1);
    await scene.told('limio-ready');
    expect(await seen()).toBe(1);
  },
);

describe('Under a policy without inline styles', () => {
  const strict = ({ cdn }: Scene, styles: string) => ({
    headers: {
      'content-security-policy':
        `default-src 'none'; script-src ${cdn.origin}; img-src data:; style-src ${styles}; ` +
        `require-trusted-types-for 'script'; trusted-types lit-html limio-offers`,
    },
  });
  const accent = '#0a7d4f';

  test('hashes of its styles let the picture through', async ({ scene }) => {
    const html = picture(scene, { accent, jsonLd: true });
    const hashes = await styleHashes(html);
    await open(scene, pageOf(moduleScript(scene), html + below), strict(scene, hashes.join(' ')));
    await scene.told('limio-ready');
    expect(await layoutShift(scene.page)).toBe(0);
  });

  test('and so does the style sheet, in the head and in the picture', async ({ scene }) => {
    const sheet = `${scene.cdn.origin}/limio-offers.css`;
    const html = picture(scene, { sheet });
    const head = `<link rel="stylesheet" href="${sheet}">${moduleScript(scene)}`;
    await open(scene, pageOf(head, html + below), strict(scene, scene.cdn.origin));
    await scene.told('limio-ready');
    expect(await layoutShift(scene.page)).toBe(0);
  });

  test('structured data is none of a script', async ({ scene }) => {
    const html = picture(scene, { jsonLd: true, form: 'links' });
    await open(scene, pageOf(moduleScript(scene), html), strict(scene, "'none'"));
    await expect
      .poll(() => scene.page.locator('script[type="application/ld+json"]').textContent())
      .toContain('"name":"Desk"');
  });
});
