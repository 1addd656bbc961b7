import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import { describe, expect } from 'vitest';
import {
  canvasOf,
  cards,
  links,
  logIn,
  newPost,
  OFFERS,
  publish,
  publishOnScreen,
  setPlugin,
  SOLD,
  test,
  type Post,
  withWordPress,
} from './wordpress-scene.ts';

withWordPress();

/** Fills in a field of the block's settings. */
const fill = (screen: Page, label: string, text: string) =>
  screen.locator('.interface-complementary-area').getByLabel(label).last().fill(text);

/** Types the name of the block, as authors do, and then the offers. */
async function insertBlock(screen: Page, shop: string): Promise<void> {
  const canvas = await canvasOf(screen);
  await screen.keyboard.type('/limio');
  await screen.getByRole('option', { name: 'Limio offers' }).click();
  await fill(screen, 'Address of your shop', shop);
  await fill(screen, 'Promo code', 'save20');
  for (const { name, path, price } of OFFERS) {
    await canvas.getByRole('button', { name: 'Add an offer' }).click();
    await fill(screen, 'Name', name);
    await fill(screen, 'Path in the Limio catalogue', path);
    await fill(screen, 'Price', price!.amount);
    await fill(screen, 'Currency', price!.currency);
    await fill(screen, 'Paid every', price!.interval!.unit);
  }
}

const drawnNames = (page: Page | Frame) =>
  page.locator('limio-offers [part~=name]:visible').allTextContents();

/** What the block saves for them: nothing that WordPress would take from an author. */
const saved = (shop: string, more = '') =>
  `<!-- wp:limio/offers -->
<div data-shop="${shop}" data-promo-code="save20"${more} class="wp-block-limio-offers"><p><a href="${shop}${SOLD[0]}" data-path="/offers2/Black &amp; White [gallery]" data-name="Black &amp; White [gallery]" data-price="29.00" data-currency="EUR" data-interval="month">Black &amp; White [gallery], 29.00 EUR</a></p><p><a href="${shop}${SOLD[1]}" data-path="/offers2/Team" data-name="Team" data-price="99" data-currency="EUR" data-interval="year">Team, 99 EUR</a></p></div>
<!-- /wp:limio/offers -->`.replaceAll('&pc', '&amp;pc');

describe('the block', () => {
  test('is put into a post by an author, shows its cards at once, and sells', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const screen = await newPost(site, scene, 'author');
    await insertBlock(screen, scene.shop.origin);
    const canvas = await canvasOf(screen);
    await expect.poll(() => drawnNames(canvas)).toEqual(OFFERS.map(({ name }) => name));
    await expect.poll(() => canvas.locator('limio-offers [part~=interval]').count()).toBe(2);
    const link = await publishOnScreen(screen);
    await screen.context().close();

    const [post] = await site.ask<Post[]>('author', 'GET', '/wp/v2/posts?context=edit&per_page=1');
    expect(post!.content.raw).toBe(saved(scene.shop.origin));
    await scene.page.goto(link);
    expect((await scene.told('limio-ready'))[0]).toMatchObject({ count: 2 });
    expect(await drawnNames(scene.page)).toEqual(OFFERS.map(({ name }) => name));
    expect((await scene.sell(cards(scene).first())).url).toBe(SOLD[0]);
  });

  test('opens again without complaint, and is changed by its author', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const offers = [
      { path: '/offers2/Listed', name: 'Listed', labels: ['pricing'] },
      { path: '/offers2/Other', name: 'Other' },
    ];
    writeFileSync(join(site.folder, 'offers.json'), JSON.stringify(offers));
    const more = ' data-layout="cards" data-src="/offers.json" data-label="pricing"';
    const { id, link } = await publish(site, 'author', saved(scene.shop.origin, more));
    const screen = await logIn(site, scene, 'author');
    await screen.goto(`${site.origin}/wp-admin/post.php?post=${id}&action=edit`);
    const canvas = await canvasOf(screen);
    await canvas.locator('[data-type="limio/offers"]').waitFor();
    expect(await canvas.locator('.block-editor-warning').count()).toBe(0);
    await expect.poll(() => drawnNames(canvas)).toEqual(['Listed']);
    await canvas.click('[data-type="limio/offers"]');
    await screen.getByRole('combobox', { name: 'Layout' }).selectOption('list');
    await screen.click('.editor-post-publish-button');
    await screen.getByText('Post updated.').first().waitFor();
    await screen.context().close();

    await scene.page.goto(link);
    await scene.told('limio-ready');
    expect(await drawnNames(scene.page)).toEqual(['Listed']);
    expect(await scene.page.locator('limio-offers').getAttribute('data-layout')).toBe('list');
    expect((await scene.sell(cards(scene))).url).toBe('/checkout?purchase=%2Foffers2%2FListed&pc=SAVE20');
  });

  test('leaves links that sell where the plugin is switched off', async ({ site, scene }) => {
    await setPlugin(site, 'inactive');
    const { link } = await publish(site, 'author', saved(scene.shop.origin));
    await scene.page.goto(link);
    expect(await scene.page.locator('limio-offers').count()).toBe(0);
    expect((await scene.sell(links(scene).first())).url).toBe(SOLD[0]);
  });

  test('is cards before its script, which takes them over without moving anything', async ({
    site,
    scene,
  }) => {
    await setPlugin(site, 'active');
    const { link } = await publish(site, 'author', saved(scene.shop.origin));
    let release = () => {};
    const released = new Promise<void>((resolve) => (release = resolve));
    await scene.page.route('**/limio-offers*.js*', (route) => released.then(() => route.continue()));
    const { page } = scene;
    await page.goto(link, { waitUntil: 'commit' });
    await expect.poll(() => drawnNames(page)).toEqual(OFFERS.map(({ name }) => name));
    const look = () =>
      page.locator('limio-offers').evaluate((host) => {
        const root = host.shadowRoot ?? host.querySelector('[data-limio-picture]')!.shadowRoot!;
        const { top, height } = host.getBoundingClientRect();
        return { top, height, text: (root.querySelector('.base') as HTMLElement).innerText };
      });
    const before = await look();
    expect(before.text).toContain('€29');
    expect(before.text).toContain('SAVE20');
    release();
    await scene.told('limio-ready');
    expect(await page.locator('limio-offers').evaluate((host) => Boolean(host.shadowRoot))).toBe(true);
    expect(await look()).toEqual(before);
    expect((await scene.sell(cards(scene).last())).url).toBe(SOLD[1]);
  });

  // prettier-ignore
  const plain: Array<[what: string, from: string | RegExp, to: string]> = [
    ['a list in a file, which may hold other offers', ' data-promo-code',      ' data-src="/none.json" data-promo-code'],
    ['a price that somebody has written by hand',     'data-price="99"',       'data-price="from 99"'],
    ['a currency without a rule',                     'data-currency="EUR"',   'data-currency="KWD"'],
    ['more than the block writes',                    'data-path="/offers2/Team"', 'data-badge="New"'],
    ['an address that is none of the shop',           /href="[^"]*Team/,       'href="/checkout?purchase=%2Foffers2%2FTeam'],
  ];
  test.for(plain)('is links alone before its script for %s', async ([, from, to], { site, scene }) => {
    await setPlugin(site, 'active');
    const { link } = await publish(site, 'author', saved(scene.shop.origin).replace(from, to));
    const html = await (await fetch(link)).text();
    expect(html).toContain('<limio-offers');
    expect(html).not.toContain('shadowrootmode');
  });

  test('is links alone for feeds and for programs', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const { id, link } = await publish(site, 'author', saved(scene.shop.origin));
    const read = async (url: string) => (await fetch(url)).text();
    expect(await read(link)).toContain('shadowrootmode');
    for (const url of [`${site.origin}/?feed=rss2`, `${site.origin}/?rest_route=/wp/v2/posts/${id}`]) {
      const text = await read(url);
      expect(text).toContain('limio-offers');
      expect(text).not.toContain('shadowrootmode');
    }
  });

  test('leaves cards that sell where its script is blocked', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const { link } = await publish(site, 'author', saved(scene.shop.origin));
    scene.tolerated.push(/ERR_BLOCKED_BY_CLIENT/);
    await scene.page.route('**/limio-offers*.js*', (route) => route.abort('blockedbyclient'));
    await scene.page.goto(link);
    expect(await scene.page.locator('limio-offers').evaluate((host) => host.shadowRoot)).toBe(null);
    expect((await scene.sell(cards(scene).last())).url).toBe(SOLD[1]);
  });

  test('that somebody has changed by hand is shown as it is', async ({ site, scene }) => {
    await setPlugin(site, 'active');
    const html = saved(scene.shop.origin).replaceAll(/(<\/?)div/g, '$1section');
    const { link } = await publish(site, 'author', html);
    await scene.page.goto(link);
    expect((await scene.sell(links(scene).first())).url).toBe(SOLD[0]);
  });

  test('makes PHP complain of nothing', ({ site }) => {
    expect(site.complaints().filter((line) => line.includes('plugins/limio-offers'))).toEqual([]);
  });
});
