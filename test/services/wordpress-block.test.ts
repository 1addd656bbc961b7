import type { Page } from 'playwright';
import { describe, expect } from 'vitest';
import {
  cards,
  newPost,
  OFFERS,
  publishOnScreen,
  setPlugin,
  SOLD,
  test,
  withWordPress,
} from './wordpress-scene.ts';

withWordPress();

/** Fills in a field of the block's settings. */
const fill = (screen: Page, label: string, text: string) =>
  screen.locator('.interface-complementary-area').getByLabel(label).last().fill(text);

/** Types the name of the block, as authors do, and then the offers. */
async function insertBlock(screen: Page, shop: string): Promise<void> {
  await screen.keyboard.type('/limio');
  await screen.getByRole('option', { name: 'Limio offers' }).click();
  await fill(screen, 'Address of your shop', shop);
  await fill(screen, 'Promo code', 'save20');
  for (const { name, path, price } of OFFERS) {
    await screen.getByRole('button', { name: 'Add an offer' }).click();
    await fill(screen, 'Path in the Limio catalogue', path);
    await fill(screen, 'Price', price!.amount);
    await fill(screen, 'Currency', price!.currency);
    await fill(screen, 'Paid every', price!.interval?.unit ?? '');
    await fill(screen, 'Name', name);
  }
}

const drawnNames = (page: Page) => page.locator('limio-offers [part~=name]').allTextContents();

describe('the block', () => {
  test('is put into a post by an author, shows its cards at once, and sells', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const screen = await newPost(site, scene, 'author');
    await insertBlock(screen, scene.shop.origin);
    await expect.poll(() => drawnNames(screen)).toEqual(OFFERS.map(({ name }) => name));
    await expect.poll(() => screen.locator('limio-offers [part~=interval]').count()).toBe(1);
    const address = await publishOnScreen(screen);

    await scene.page.goto(address);
    expect((await scene.told('limio-ready'))[0]).toMatchObject({ count: 2 });
    expect(await drawnNames(scene.page)).toEqual(OFFERS.map(({ name }) => name));
    expect((await scene.sell(cards(scene).first())).url).toBe(SOLD[0]);
    expect(site.complaints().filter((line) => line.includes('plugins/limio-offers'))).toEqual([]);
  });
});
