import { chromium, type BrowserContext, type Page } from 'playwright';
import { expect, inject, test as base, vi } from 'vitest';
import { serveSite, type Seen, type Site } from '../pages/site.ts';
import { watchPage } from '../pages/watch-page.ts';
import { WAIT_MS } from '../setup/patience.ts';
import { APPS, SITES } from './apps.ts';
import { SHOP } from './plans.ts';

/** An app on a site of its own, in a browser's page, and the shop its links lead to. */
export interface AppScene {
  page: Page;
  context: BrowserContext;
  shop: Site;
  /** Noise the test makes on purpose. */
  tolerated: RegExp[];
  /** Goes to a page of an app, by default the first one. */
  visit(app: string, path?: string): Promise<void>;
  /** The same, and waits until there are cards on it. */
  open(app: string): Promise<void>;
  /** Links of the cards that an element shows. */
  cards(id: string): Promise<string[]>;
  /** Links among the children of an element. */
  children(id: string): Promise<string[]>;
  /** Presses a button of the app. */
  press(name: string): Promise<void>;
  /** What the app says about the last event it heard of. */
  told(): Promise<string>;
  /** Waits for the customer to arrive at the shop. */
  arrival(): Promise<Seen>;
}

/** React greets developers, whatever the app does. */
const GREETING = /React DevTools/;

let shared: ReturnType<typeof chromium.connect> | undefined;

/** A test with a scene of its own: no error, no word on the console, and no request to any other site. */
export const test = base.extend<{ scene: AppScene }>({
  scene: async ({ task: _ }, use) => {
    const browser = await (shared ??= chromium.connect(inject('browser')));
    const context = await browser.newContext();
    const sites: Site[] = [];
    const shop = await serveSite('shop', {
      '*': '<!doctype html><title>Shop</title><link rel="icon" href="data:,">',
    });
    sites.push(shop);
    const noise: string[] = [];
    const scene = await makeScene(context, sites, noise);
    await use(scene);
    await context.close();
    for (const site of sites) site.close();
    expect(noise.filter((line) => !scene.tolerated.some((pattern) => pattern.test(line)))).toEqual([]);
  },
});

async function makeScene(context: BrowserContext, sites: Site[], noise: string[]): Promise<AppScene> {
  const shop = sites[0]!;
  await context.addInitScript(watchPage);
  // The shop of the README has an address on the web; the one that answers is on this machine.
  await context.route(`${SHOP}/**`, async (route) => {
    const request = route.request();
    const mode = request.isNavigationRequest() ? 'navigate' : 'no-cors';
    const url = request.url().replace(SHOP, shop.origin.replace('shop.localhost', '127.0.0.1'));
    const headers = { ...request.headers(), 'sec-fetch-mode': mode };
    await route.fulfill({ response: await route.fetch({ url, headers }) });
  });
  const page = await context.newPage();
  page.on('pageerror', ({ message }) => noise.push(`error: ${message}`));
  page.on('console', (message) => noise.push(`${message.type()}: ${message.text()}`));
  context.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    const known = [SHOP, ...sites.map((site) => site.origin)];
    if (protocol !== 'data:' && !known.includes(origin)) noise.push(`asked: ${request.url()}`);
  });
  const hrefs = (selector: string) =>
    page.locator(selector).evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  const visit = async (app: string, path = '/') => {
    const site = await serveSite('page', { '*': await { ...APPS, ...SITES }[app]!() });
    sites.push(site);
    await page.goto(site.origin + path);
  };
  return {
    page,
    context,
    shop,
    tolerated: [GREETING],
    visit,
    async open(app) {
      await visit(app);
      await expect.poll(() => page.locator('limio-offers [part~=offers]').count()).toBeGreaterThan(0);
    },
    cards: (id) => hrefs(`#${id} a[part~=cta]`),
    children: (id) => hrefs(`#${id} > a`),
    press: (name) => page.getByRole('button', { name, exact: true }).click(),
    told: () => page.locator('output').innerText(),
    arrival: () =>
      vi.waitFor(() => {
        const visit = shop.seen.find(({ isVisit }) => isVisit);
        if (!visit) throw new Error('Nobody came to the shop.');
        return visit;
      }, WAIT_MS),
  };
}
