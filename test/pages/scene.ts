import { chromium, type BrowserContext, type Locator, type Page } from 'playwright';
import { expect, inject, test as base, vi } from 'vitest';
import { builtFiles } from './built-files.ts';
import { serveSite, type Seen, type Site } from './site.ts';
import { expectUnharmed } from './unharmed.ts';
import { watchPage, type Told } from './watch-page.ts';
import { WAIT_MS } from '../setup/patience.ts';

/** Three sites and a browser's page: the page that sells, where its script comes from, where its links lead. */
export interface Scene {
  page: Page;
  context: BrowserContext;
  host: Site;
  cdn: Site;
  shop: Site;
  /** Errors and console messages so far, and requests to none of the three sites. */
  noise: string[];
  strangers: string[];
  /** Origins that may be asked. */
  known: string[];
  /** Noise the test makes on purpose. */
  tolerated: RegExp[];
  /** Codes of the mistakes that the element warned of on the console, and of those that the test makes, in order. */
  warnings: string[];
  mistakes: string[];
  /** HTML the page was served; `''` where it changes itself. */
  served: string;
  /** Opens a page of the host with this HTML. */
  open(html: string, options?: { headers?: Record<string, string>; query?: string }): Promise<void>;
  /** Waits until the element has told so many events of a type; answers with all of that type. */
  told(type: string, count?: number): Promise<Told[]>;
  /** Clicks and waits for the customer to arrive at the shop. The page must be unharmed until then. */
  sell(link: Locator, options?: Parameters<Locator['click']>[0]): Promise<Seen>;
  /** Waits for the customer to arrive at the shop. */
  arrival(): Promise<Seen>;
}

/** What the tests of a file share. */
let shared: ReturnType<typeof connect> | undefined;

async function connect() {
  const browser = await chromium.connect(inject('browser'));
  return { browser, blank: await browser.newPage() };
}

/** A test with a scene of its own. After it, the page that sells must be quiet and as it was served. */
export const test = base.extend<{ scene: Scene }>({
  scene: async ({ task: _ }, use) => {
    const { browser, blank } = await (shared ??= connect());
    const context = await browser.newContext();
    const sites = {
      host: await serveSite('page'),
      cdn: await serveSite('cdn', builtFiles()),
      shop: await serveSite('shop', { '*': '<!doctype html><title>Shop</title>' }),
    };
    const scene = await makeScene(context, sites, blank);
    await use(scene);
    try {
      await expectUnharmed(scene, blank);
    } finally {
      await context.close();
      for (const site of Object.values(sites)) site.close();
    }
  },
});

async function makeScene(
  context: BrowserContext,
  sites: Pick<Scene, 'host' | 'cdn' | 'shop'>,
  blank: Page,
): Promise<Scene> {
  const { host, shop } = sites;
  await context.addInitScript(watchPage);
  const page = await context.newPage();
  const [noise, strangers]: [string[], string[]] = [[], []];
  page.on('pageerror', ({ message }) => noise.push(`error: ${message}`));
  const warnings: string[] = [];
  page.on('console', (message) => {
    const [, code] = /^\[limio-offers\] (\w+): ./.exec(message.text()) ?? [];
    if (code && message.type() === 'warning') warnings.push(code);
    else noise.push(`${message.type()}: ${message.text()}`);
  });
  const known = Object.values(sites).map(({ origin }) => origin);
  context.on('request', (request) => {
    if (!known.includes(new URL(request.url()).origin)) strangers.push(request.url());
  });

  const arrival = () =>
    vi.waitFor(() => {
      const visit = shop.seen.find(({ isVisit }) => isVisit);
      if (!visit) throw new Error('Nobody came to the shop.');
      return visit;
    }, WAIT_MS);
  const scene: Scene = {
    ...sites,
    page,
    context,
    noise,
    strangers,
    known,
    tolerated: [],
    warnings,
    mistakes: [],
    served: '',
    async open(html, { headers = {}, query = '' } = {}) {
      scene.served = html;
      host.answers.set('/', { headers, body: html });
      await page.goto(`${host.origin}/${query}`);
    },
    async told(type, count = 1) {
      const ofType = async () =>
        (await page.evaluate(() => watched.told)).filter((event) => event.type === type);
      await vi.waitFor(async () => expect((await ofType()).length).toBeGreaterThanOrEqual(count), WAIT_MS);
      return ofType();
    },
    async sell(link, options) {
      await expectUnharmed(scene, blank);
      await link.click(options);
      return arrival();
    },
    arrival,
  };
  return scene;
}
