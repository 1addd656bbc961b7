import { expect } from 'vitest';
import { test, type AppScene } from './app-scene.ts';
import { BUSINESS, STARTER, TEAM } from './links.ts';

const ALL = [STARTER, TEAM, BUSINESS];

const visit = async ({ page, cards }: AppScene, name: string, links: readonly string[]) => {
  await page.getByRole('link', { name, exact: true }).click();
  await expect.poll(() => cards('linked')).toEqual(links);
};

test('Astro writes links, and a list, that sell before any script has run', async ({ scene }) => {
  const { page, context } = scene;
  scene.tolerated.push(/ERR_FAILED/);
  await context.route('**/*.js', (route) => route.abort());
  await scene.visit('astro');
  expect(await scene.children('linked')).toEqual([STARTER, TEAM]);
  expect(await page.locator('#kept').getAttribute('offers')).toContain('/offers2/Team Plan');
  await page.locator('#linked > a').nth(1).click();
  expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FTeam%20Plan');
});

test('A list that Astro wrote as JSON becomes cards', async ({ scene }) => {
  await scene.open('astro');
  await expect.poll(() => scene.cards('kept')).toEqual(ALL);
  await scene.page.locator('#kept a[part~=cta]').nth(2).click();
  expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FBusiness');
});

test('A script of an Astro page hears a checkout once, however often the page was visited', async ({
  scene,
}) => {
  await scene.open('astro');
  await visit(scene, 'Second', ALL);
  await visit(scene, 'First', [STARTER, TEAM]);
  await scene.page.evaluate(() => addEventListener('limio-checkout', (event) => event.preventDefault()));
  await scene.page.locator('#linked a[part~=cta]').first().click();
  await expect.poll(scene.told).toBe(`checkout ${STARTER}`);
  expect(scene.shop.seen).toEqual([]);
});

test('An element that Astro persists is the same on the next page, and is not drawn again', async ({
  scene,
}) => {
  const { page } = scene;
  await scene.open('astro');
  await expect.poll(() => scene.cards('kept')).toEqual(ALL);
  const card = await page.locator('#kept [part~=offer]').first().elementHandle();
  const readies = () =>
    page.evaluate(() =>
      watched.told.filter(({ type, source }) => type === 'limio-ready' && source === 'property'),
    );
  expect(await readies()).toHaveLength(1);
  await visit(scene, 'Second', ALL);
  expect(
    await page
      .locator('#kept [part~=offer]')
      .first()
      .evaluate((now, before) => now === before, card),
  ).toBe(true);
  await visit(scene, 'First', [STARTER, TEAM]);
  expect(await readies()).toHaveLength(1);
  expect(await scene.cards('kept')).toEqual(ALL);
});
