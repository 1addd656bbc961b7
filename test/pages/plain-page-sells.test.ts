import { describe, expect } from 'vitest';
import { CATALOGUE } from '../../demo/sandbox/items/catalogue.ts';
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
    await scene.sell(drawn(scene).first(), options);
    // The shop knows: a tab behind the page may tell nobody its address.
    const visits = () => scene.shop.seen.filter(({ isVisit }) => isVisit).map(({ url }) => url);
    await expect.poll(visits).toEqual([TEAM]);
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

describe('The page that comes back from the shop sells again', () => {
  const sellsAgain = async (scene: Scene) => {
    expect(
      await scene.page.locator('limio-offers [aria-busy=true], limio-offers [aria-disabled]').count(),
    ).toBe(0);
    await drawn(scene).nth(1).click();
    await expect
      .poll(() => scene.shop.seen.map(({ url }) => url))
      .toContainEqual(expect.stringContaining('Starter'));
  };

  test('by the button of the browser', async ({ scene }) => {
    const { page, host, shop } = scene;
    await scene.open(pageOf(moduleScript(scene), plans(scene)));
    await scene.told('limio-ready');
    await scene.sell(drawn(scene).first());
    await page.waitForURL(shop.origin + TEAM);
    await page.goBack();
    await page.waitForURL(`${host.origin}/`);
    await scene.told('limio-ready');
    await sellsAgain(scene);
  });

  // Not every browser keeps a page that was left. Here the shop does not answer, the customer stops waiting, and
  // what a debugger freezes and thaws is the page as it was left.
  test('out of the memory of the browser', async ({ scene }) => {
    const { page, context, shop } = scene;
    const answer = shop.answers.get('*')!;
    shop.answers.set('*', () => {});
    await scene.open(pageOf(moduleScript(scene), plans(scene)));
    await scene.told('limio-ready');
    const debug = await context.newCDPSession(page);
    const turn = (type: string) =>
      page.evaluate((name) => dispatchEvent(new PageTransitionEvent(name, { persisted: true })), type);
    const click = drawn(scene).first().click();
    await scene.arrival();
    await debug.send('Page.stopLoading');
    await click;
    await turn('pagehide');
    await debug.send('Page.setWebLifecycleState', { state: 'frozen' });
    await debug.send('Page.setWebLifecycleState', { state: 'active' });
    await turn('pageshow');
    shop.answers.set('*', answer);
    await sellsAgain(scene);
  });
});
