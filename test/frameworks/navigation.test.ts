import { describe, expect } from 'vitest';
import { test, type AppScene } from './app-scene.ts';
import { SITES } from './apps.ts';
import { BUSINESS, STARTER, TEAM } from './links.ts';

const FIRST = [STARTER, TEAM];
const SECOND = [STARTER, TEAM, BUSINESS];

/** Astro has this on the root while it goes from a page to another. */
const ON_THE_WAY = 'html[data-astro-transition]';

/** Waits until the page is there, with these links on its cards, and looks whether it has one set of them. */
const shows = async ({ page, cards }: AppScene, links: readonly string[]) => {
  await expect.poll(() => cards('linked')).toEqual(links);
  // Who leaves a page sooner makes Astro say so on the console, with our element or without it.
  await expect.poll(() => page.locator(ON_THE_WAY).count()).toBe(0);
  expect(await page.locator('#linked').count()).toBe(1);
  expect(await page.locator('#linked [part~=offers]').count()).toBe(1);
};

/** Goes to the other page and back, by links. */
async function roundTrip(scene: AppScene) {
  await follow(scene, 'Second');
  await shows(scene, SECOND);
  await follow(scene, 'First');
  await shows(scene, FIRST);
}

const follow = ({ page }: AppScene, name: string) => page.getByRole('link', { name, exact: true }).click();

/** How many listeners there are on the document and the window, by type. */
async function listeners({ page, context }: AppScene): Promise<string[]> {
  const session = await context.newCDPSession(page);
  const found: string[] = [];
  for (const expression of ['document', 'window']) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    const { listeners } = await session.send('DOMDebugger.getEventListeners', { objectId: result.objectId! });
    found.push(...listeners.map(({ type }) => `${expression}: ${type}`));
  }
  await session.detach();
  return found.sort();
}

describe.for(Object.keys(SITES))('Navigation in %s', (site) => {
  test('loads no document, and draws each page once, there and back', async ({ scene }) => {
    await scene.open(site);
    await scene.page.evaluate(() => Object.assign(globalThis, { isSame: true }));
    await roundTrip(scene);
    await scene.page.goBack();
    await shows(scene, SECOND);
    await scene.page.goBack();
    await shows(scene, FIRST);
    await scene.page.goForward();
    await shows(scene, SECOND);
    expect(await scene.page.evaluate(() => 'isSame' in globalThis)).toBe(true);
  });

  test('leaves links that sell on the page it comes back to', async ({ scene }) => {
    await scene.open(site);
    await follow(scene, 'Second');
    await shows(scene, SECOND);
    await scene.page.goBack();
    await shows(scene, FIRST);
    await scene.page.locator('#linked a[part~=cta]').nth(1).click();
    expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FTeam%20Plan');
  });

  test('leaves no listener behind', async ({ scene }) => {
    await scene.open(site);
    await roundTrip(scene);
    const before = await listeners(scene);
    for (const _ of [1, 2, 3]) await roundTrip(scene);
    expect(await listeners(scene)).toEqual(before);
  });

  test('leaves no element behind', async ({ scene }) => {
    const { page } = scene;
    await scene.open(site);
    const seen = await page.evaluateHandle(() => [new WeakRef(document.querySelector('#linked')!)]);
    for (const _ of [1, 2, 3]) {
      await roundTrip(scene);
      await seen.evaluate((refs) => refs.push(new WeakRef(document.querySelector('#linked')!)));
    }
    await roundTrip(scene);
    await expect
      .poll(async () => {
        await page.requestGC();
        return seen.evaluate((refs) => refs.filter((ref) => ref.deref()).length);
      })
      .toBe(0);
  });
});
