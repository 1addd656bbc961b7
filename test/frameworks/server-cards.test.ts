import { describe, expect } from 'vitest';
import { test, type AppScene } from './app-scene.ts';
import { BUSINESS, STARTER, TEAM } from './links.ts';

const ALL = [STARTER, TEAM, BUSINESS];

/** Links of all cards that a person sees, whoever has drawn them. */
const seen = ({ page }: AppScene) =>
  page
    .locator('main a[part~=cta]')
    .evaluateAll((links) =>
      links.filter((link) => link.checkVisibility()).map((link) => (link as HTMLAnchorElement).href),
    );

/** Whether the element has drawn them. */
const isTakenOver = ({ page }: AppScene) =>
  page.locator('main limio-offers').evaluate((el) => Boolean(el.shadowRoot?.querySelector('.card')));

describe.for(['astro', 'next'])('Cards that a server wrote with %s', (app) => {
  test('are there before any script, and sell without one', async ({ scene }) => {
    scene.tolerated.push(/ERR_FAILED/);
    await scene.context.route('**/*.js*', (route) => route.abort());
    await scene.visit(app, '/cards');
    expect(await seen(scene)).toEqual(ALL);
    await scene.page.locator('main a[part~=cta]').nth(1).click();
    expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FTeam%20Plan');
  });

  test('are taken over without a word, and nothing moves', async ({ scene }) => {
    const { page, context } = scene;
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await context.route('**/*.js*', (route) => released.then(() => route.continue()));
    // Module scripts end the loading of a page, and they are held.
    const visit = scene.visit(app, '/cards');
    await expect.poll(() => seen(scene)).toEqual(ALL);
    const top = () => page.locator('#below').evaluate((el) => el.getBoundingClientRect().top);
    const before = await top();
    release();
    await visit;
    await expect.poll(() => isTakenOver(scene)).toBe(true);
    expect(await seen(scene)).toEqual(ALL);
    expect(await top()).toBe(before);
  });

  test('are drawn by the element after a navigation in the browser', async ({ scene }) => {
    // React writes HTML in a way that makes no shadow roots, and Chromium says so.
    if (app === 'next') scene.tolerated.push(/declarative Shadow DOM is not being parsed/);
    await scene.open(app);
    await scene.page.getByRole('link', { name: 'Cards', exact: true }).click();
    await scene.page.locator('#below').waitFor();
    await expect.poll(() => isTakenOver(scene)).toBe(true);
    expect(await seen(scene)).toEqual(ALL);
  });
});
