import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from 'playwright';
import { afterAll, beforeAll, expect } from 'vitest';
import integrity from '../../dist/cdn/integrity.json' with { type: 'json' };
import { wordpressPlugin } from '../../build/release-files.ts';
import { snippet } from '../../demo/playground/print/snippet.ts';
import type { Setup } from '../../demo/playground/print/tree.ts';
import type { Offer } from '../../src/core/offer/offer.ts';
import { test as base, type Scene } from '../pages/scene.ts';
import { wordpress, type Role, type WordPress } from './wordpress-server.ts';

/** Milliseconds for a WordPress to be fetched, unpacked and installed. */
const PATIENCE = 120_000;

/** What somebody sells on their site; an ampersand and a shortcode are what editors trip over. */
export const OFFERS: Offer[] = [
  {
    path: '/offers2/Black & White [gallery]',
    name: 'Black & White [gallery]',
    price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 } },
    features: ['Unlimited projects', 'Support by chat'],
    highlighted: true,
  },
  {
    path: '/offers2/Team',
    name: 'Team',
    price: { amount: '99', currency: 'EUR', interval: { unit: 'year', count: 1 } },
  },
];

/** Path and query that the links of {@link OFFERS} lead to. */
export const SOLD = [
  '/checkout?purchase=%2Foffers2%2FBlack%20%26%20White%20%5Bgallery%5D&pc=SAVE20',
  '/checkout?purchase=%2Foffers2%2FTeam&pc=SAVE20',
];

/** A scene with a WordPress beside it, the same for all tests of a file. */
export const test = base.extend<{ site: WordPress }>({
  site: async ({ scene }, use) => {
    scene.known.push(shared.origin);
    await use(shared);
  },
});

let shared: WordPress;

/** Starts a WordPress for the tests of a file, with our plugin in its folder, switched off. */
export function withWordPress(): void {
  beforeAll(async () => {
    shared = await wordpress();
    const plugin = join(shared.folder, 'wp-content/plugins/limio-offers');
    mkdirSync(plugin, { recursive: true });
    for (const [file, content] of Object.entries(wordpressPlugin()))
      writeFileSync(join(plugin, file), content);
  }, PATIENCE);
  afterAll(() => shared?.stop());
}

/** Switches the plugin on or off, as an admin does. */
export const setPlugin = (site: WordPress, status: 'active' | 'inactive') =>
  site.ask('admin', 'PUT', '/wp/v2/plugins/limio-offers/limio-offers', { status });

/** What the playground tells people to paste. */
export const pasted = ({ cdn, shop }: Scene, more: Record<string, string> = {}, rest: Partial<Setup> = {}) =>
  snippet(
    'wordpress',
    {
      attributes: { shop: shop.origin, 'promo-code': 'SAVE20', ...more },
      offers: OFFERS,
      ...rest,
    },
    { address: `${cdn.origin}/`, integrity },
  );

/** A post as the REST API tells of it to those who may edit it. */
export interface Post {
  id: number;
  /** Where visitors find it. */
  link: string;
  content: { raw: string };
}

/** Publishes a post by REST, and answers with what has become of it. */
export const publish = (site: WordPress, role: Role, content: string) =>
  site.ask<Post>(role, 'POST', '/wp/v2/posts?context=edit', { status: 'publish', title: 'Plans', content });

/** A window of the same browser in which that user has logged in. It may ask the site alone. */
export async function logIn(site: WordPress, scene: Scene, role: Role): Promise<Page> {
  const context = await scene.context.browser()!.newContext();
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  context.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && !scene.known.includes(origin)) scene.strangers.push(request.url());
  });
  const screen = await context.newPage();
  await screen.goto(`${site.origin}/wp-login.php`);
  await screen.fill('#user_login', role);
  await screen.fill('#user_pass', `${role}-password`);
  await screen.click('#wp-submit');
  await screen.waitForURL(/wp-admin/);
  return screen;
}

/** Where posts are written: newer editors have a frame for that, older ones have not. */
export async function canvasOf(screen: Page): Promise<Frame> {
  await screen.locator('iframe[name="editor-canvas"], .editor-post-title').first().waitFor();
  return screen.frame({ name: 'editor-canvas' }) ?? screen.mainFrame();
}

/** The editing screen of that user, with a new post that has a title and an empty first paragraph. */
export async function newPost(site: WordPress, scene: Scene, role: Role): Promise<Page> {
  const screen = await logIn(site, scene, role);
  await screen.goto(`${site.origin}/wp-admin/post-new.php`);
  const canvas = await canvasOf(screen);
  await canvas.click('.editor-post-title');
  await screen.keyboard.type('Plans');
  await screen.keyboard.press('Enter');
  await canvas.locator('[data-type="core/paragraph"]').waitFor();
  return screen;
}

/** Presses both buttons it takes to publish, and answers with the address of the post. */
export async function publishOnScreen(screen: Page): Promise<string> {
  await screen.click('.editor-post-publish-panel__toggle');
  await screen.click('.editor-post-publish-button');
  const link = screen.locator('.post-publish-panel__postpublish-header a');
  await link.waitFor();
  return (await link.getAttribute('href'))!;
}

/** Calls to action that are drawn on the page, and plain links to the shop that can be seen. */
export const cards = ({ page }: Scene) => page.locator('limio-offers a[part~=cta]:visible');
export const links = ({ page, shop }: Scene) => page.locator(`a[href^="${shop.origin}/checkout"]:visible`);

/** Asserts that a visitor finds no cards, but plain links with these texts. */
export async function expectLinksAlone(scene: Scene, ...texts: string[]): Promise<void> {
  expect(await scene.page.locator('limio-offers').count()).toBe(0);
  expect(await links(scene).allTextContents()).toEqual(texts);
}
