import { describe, expect } from 'vitest';
import { APPS } from './apps.ts';
import { test } from './app-scene.ts';
import { BUSINESS, STARTER, TEAM } from './links.ts';

describe.for(Object.keys(APPS))('In %s', (app) => {
  test('links become cards, without a word on the console', async ({ scene }) => {
    await scene.open(app);
    expect(await scene.children('linked')).toEqual([STARTER, TEAM]);
    await expect.poll(() => scene.cards('linked')).toEqual([STARTER, TEAM]);
    await expect.poll(() => scene.cards('listed')).toEqual([STARTER, TEAM]);
  });

  test('a list that changes changes the cards', async ({ scene }) => {
    await scene.open(app);
    await scene.press('More');
    await expect.poll(() => scene.cards('listed')).toEqual([STARTER, TEAM, BUSINESS]);
    await scene.press('Fewer');
    await expect.poll(() => scene.cards('listed')).toEqual([STARTER]);
  });

  test('links that come, go and change places stay the app’s own', async ({ scene }) => {
    await scene.open(app);
    for (const [button, links] of [
      ['More', [STARTER, TEAM, BUSINESS]],
      ['Turned', [TEAM, STARTER]],
      ['Fewer', [STARTER]],
      ['More', [STARTER, TEAM, BUSINESS]],
    ] as const) {
      await scene.press(button);
      await expect.poll(() => scene.cards('linked')).toEqual(links);
      expect(await scene.children('linked')).toEqual(links);
    }
  });

  test('a property that changes later is in every link', async ({ scene }) => {
    await scene.open(app);
    await scene.press('Promo');
    const withPromo = [`${STARTER}&pc=SAVE20`, `${TEAM}&pc=SAVE20`];
    await expect.poll(() => scene.cards('listed')).toEqual(withPromo);
    await expect.poll(() => scene.cards('linked')).toEqual(withPromo);
  });

  test('the parts that are loaded later are found', async ({ scene }) => {
    await scene.open(app);
    await scene.page.evaluate(() => (document.documentElement.lang = 'de'));
    const button = scene.page.locator('#listed a[part~=cta]').first();
    await expect.poll(() => button.innerText()).toMatch(/^Abonnieren\b/);
  });

  test('the app hears each event, and can keep the customer', async ({ scene }) => {
    await scene.open(app);
    await scene.press('More');
    await expect.poll(scene.told).toBe('ready 3');
    await scene.press('Stay');
    await scene.page.locator('#listed a[part~=cta]').nth(1).click();
    await expect.poll(scene.told).toBe(`checkout ${TEAM}`);
    expect(scene.shop.seen).toEqual([]);
  });

  test.for(['listed', 'linked'])('the shop gets the purchase: %s', async (id, { scene }) => {
    await scene.open(app);
    await scene.page.locator(`#${id} a[part~=cta]`).nth(1).click();
    expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FTeam%20Plan');
  });

  test('what was away is drawn once when it is back, and sells', async ({ scene }) => {
    await scene.open(app);
    await scene.press('Hide');
    await expect.poll(() => scene.page.locator('#linked').isVisible()).toBe(false);
    await scene.press('More');
    await scene.press('Hide');
    await expect.poll(() => scene.page.locator('#linked').isVisible()).toBe(true);
    const all = [STARTER, TEAM, BUSINESS];
    await expect.poll(() => scene.cards('linked')).toEqual(all);
    await expect.poll(() => scene.cards('listed')).toEqual(all);
    await scene.page.locator('#listed a[part~=cta]').nth(2).click();
    expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FBusiness');
  });
});

describe.for(['next', 'react-18', 'svelte', 'vue'])('Without scripts, in %s', (app) => {
  test('the links that the server wrote sell', async ({ scene }) => {
    scene.tolerated.push(/ERR_FAILED/);
    await scene.context.route('**/*.js*', (route) => route.abort());
    await scene.visit(app);
    expect(await scene.children('linked')).toEqual([STARTER, TEAM]);
    await scene.page.locator('#linked > a').nth(1).click();
    expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FTeam%20Plan');
  });
});

// Next hydrates after what it wrote has been drawn, and listens from then on.
test.for(['angular', 'react-18', 'react-19', 'svelte', 'vue'])(
  'In %s, the app hears that the list it set is drawn',
  async (app, { scene }) => {
    await scene.open(app);
    await expect.poll(scene.told).toBe('ready 2');
  },
);
