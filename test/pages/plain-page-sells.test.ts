import { describe, expect } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/catalogue.ts';
import { classicScript, drawn, moduleScript, pageOf, plans, TEAM } from './markup.ts';
import { test, type Scene } from './scene.ts';

const reply = { headers: { 'content-type': 'application/json' }, body: JSON.stringify({ items: CATALOGUE }) };

const SCRIPTS: Array<[kind: string, tag: (scene: Scene) => string]> = [
  ['module script', moduleScript],
  ['classic script', classicScript],
];

describe.for(SCRIPTS)('A plain page with the %s from another site', ([, script]) => {
  test('sells what its links say, with promo code and campaign', async ({ scene }) => {
    await scene.open(pageOf(script(scene), plans(scene, 'promo-code="save20"')), {
      query: '?utm_source=news&email=a@b.example',
    });
    await scene.told('limio-ready');
    const { url } = await scene.sell(drawn(scene).first());
    expect(url).toBe(`${TEAM}&pc=SAVE20&utm_source=news`);
  });

  test('sells what a recorded reply of Limio lists', async ({ scene }) => {
    scene.host.answers.set('/offers.json', reply);
    await scene.open(
      pageOf(script(scene), plans(scene, 'src="/offers.json" label="pricing" group="yearly"')),
    );
    const [ready] = await scene.told('limio-ready');
    expect(ready).toMatchObject({ source: 'src' });
    const { url } = await scene.sell(drawn(scene).nth(1));
    expect(url).toBe('/checkout?purchase=%2Foffers2%2FDesk%20Team%20Yearly');
  });
});

describe('A click that asks for another tab', () => {
  const clicks: Array<[name: string, options: { button?: 'middle'; modifiers?: ['Control'] }]> = [
    ['middle click', { button: 'middle' }],
    ['click with Control', { modifiers: ['Control'] }],
  ];
  test.for(clicks)('opens the link by itself: %s', async ([, options], { scene }) => {
    await scene.open(pageOf(moduleScript(scene), plans(scene)));
    await scene.told('limio-ready');
    const tab = scene.context.waitForEvent('page');
    await scene.sell(drawn(scene).first(), options);
    expect((await tab).url()).toBe(scene.shop.origin + TEAM);
    expect(scene.page.url()).toBe(`${scene.host.origin}/`);
    const told = await scene.page.evaluate(() => watched.told.map(({ type }) => type));
    expect(told).not.toContain('limio-checkout');
  });

  test('gives the shop no hold on the page it came from: target="_blank"', async ({ scene }) => {
    await scene.open(pageOf(moduleScript(scene), plans(scene, 'target="_blank"')));
    await scene.told('limio-ready');
    const tab = scene.context.waitForEvent('page');
    await scene.sell(drawn(scene).first());
    expect(await (await tab).evaluate(() => window.opener as unknown)).toBeNull();
  });
});

describe('The shop is told the origin of the page alone, whatever policy the page has', () => {
  const leave: Array<[by: string, go: (scene: Scene) => Promise<unknown>]> = [
    ['by a click', (scene) => drawn(scene).first().click()],
    [
      'by checkout()',
      ({ page }) => page.evaluate(() => document.querySelector('limio-offers')!.checkout(['/offers2/X'])),
    ],
  ];
  test.for(leave)('%s', async ([, go], { scene }) => {
    await scene.open(pageOf(moduleScript(scene), plans(scene)), {
      headers: { 'referrer-policy': 'unsafe-url' },
      query: '?email=a@b.example',
    });
    await scene.told('limio-ready');
    await go(scene);
    expect((await scene.arrival()).referrer).toBe(`${scene.host.origin}/`);
  });
});

test('The page that comes back from the shop sells again', async ({ scene }) => {
  const { page, shop } = scene;
  await scene.open(pageOf(moduleScript(scene), plans(scene)));
  await scene.told('limio-ready');
  await page.evaluate(() =>
    addEventListener('pageshow', ({ persisted }) => console.info(`kept: ${persisted}`)),
  );
  scene.tolerated.push(/^info: kept: true$/);
  await scene.sell(drawn(scene).first());
  await page.waitForURL(shop.origin + TEAM);
  await page.evaluate(() => void setTimeout(() => history.back()));
  await expect.poll(() => scene.noise).toContain('info: kept: true');
  expect(await page.locator('limio-offers').locator('[aria-busy=true], [aria-disabled]').count()).toBe(0);
  await drawn(scene).nth(1).click();
  await expect.poll(() => shop.seen.map(({ url }) => url)).toContainEqual(expect.stringContaining('Starter'));
});
