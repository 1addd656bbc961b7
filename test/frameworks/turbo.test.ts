import { expect } from 'vitest';
import { test } from './app-scene.ts';
import { BUSINESS, STARTER, TEAM } from './links.ts';

const link = (name: string) => ({ name, exact: true });

function gate(): [opened: Promise<void>, open: () => void] {
  let open = () => {};
  return [new Promise<void>((resolve) => (open = resolve)), () => open()];
}

test('The preview that Turbo shows from its cache sells while the page itself is on its way', async ({
  scene,
}) => {
  const { page } = scene;
  await scene.open('turbo');
  // Before the link to it can be pointed at: Turbo asks for a page as soon as that happens.
  await page.route(page.url(), () => {});
  await page.getByRole('link', link('Second')).click();
  await expect.poll(() => scene.cards('linked')).toEqual([STARTER, TEAM, BUSINESS]);
  await page.getByRole('link', link('First')).click();
  await expect.poll(() => page.locator('html[data-turbo-preview]').count()).toBe(1);
  await expect.poll(() => scene.cards('linked')).toEqual([STARTER, TEAM]);
  expect(await page.locator('limio-offers [aria-busy=true], limio-offers [aria-disabled]').count()).toBe(0);
  await page.locator('#linked a[part~=cta]').nth(1).click();
  expect((await scene.arrival()).url).toBe('/checkout?purchase=%2Foffers2%2FTeam%20Plan');
});

test('A preview gives way to the page: what was shown is gone, and the page is drawn once', async ({
  scene,
}) => {
  const { page } = scene;
  await scene.open('turbo');
  const [held, release] = gate();
  await page.route(page.url(), (route) => void held.then(() => route.continue()));
  await page.getByRole('link', link('Second')).click();
  await expect.poll(() => scene.cards('linked')).toEqual([STARTER, TEAM, BUSINESS]);
  await page.getByRole('link', link('First')).click();
  await expect.poll(() => page.locator('html[data-turbo-preview]').count()).toBe(1);
  const preview = await page.locator('#linked').elementHandle();
  release();
  await expect.poll(() => page.locator('html[data-turbo-preview]').count()).toBe(0);
  await expect.poll(() => scene.cards('linked')).toEqual([STARTER, TEAM]);
  expect(await preview!.evaluate((element) => element.isConnected)).toBe(false);
  expect(await page.locator('#linked [part~=offers]').count()).toBe(1);
});

test('A page that Turbo morphs keeps the element, and follows its links', async ({ scene }) => {
  const { page } = scene;
  await scene.open('turbo');
  const { origin } = new URL(page.url());
  const before = await page.locator('#linked').elementHandle();
  await page.route(`${origin}/`, async (route) => {
    const response = await route.fetch({ url: `${origin.replace('page.localhost', '127.0.0.1')}/second` });
    await route.fulfill({ response });
  });
  await page.evaluate(() => {
    const { Turbo } = globalThis as unknown as { Turbo: { visit(to: string, how: object): void } };
    Turbo.visit(location.href, { action: 'replace' });
  });
  await expect.poll(() => scene.cards('linked')).toEqual([STARTER, TEAM, BUSINESS]);
  expect(await page.locator('#linked').evaluate((now, then) => now === then, before)).toBe(true);
  expect(await page.locator('#linked [part~=offers]').count()).toBe(1);
});
