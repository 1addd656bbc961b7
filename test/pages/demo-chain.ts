import { chromium, type BrowserContext, type Page } from 'playwright';
import { inject, onTestFinished } from 'vitest';
import type { Chain } from '../../demo/chain.ts';
import { serveDemoChain } from './demo-site.ts';

/** The demo as `npm start` serves it, with its backend and its Limio in reach of the test. */
export interface Demo {
  origin: string;
  chain: Chain;
  /** A customer with a browser of their own, before the page of this query; everything behind it is as new. */
  visit(query?: string): Promise<Customer>;
  close(): Promise<void>;
}

export interface Customer {
  page: Page;
  context: BrowserContext;
  /** Codes of the failures the page was told of, as long as it is there. */
  failures: string[];
  /** Clicks, waits for the checkout, and gives the milliseconds after which the page left for it. */
  buy(what?: string): Promise<number>;
  /** What the checkout was opened with. */
  checkout(): Promise<Record<string, unknown>>;
  /** How many baskets Limio has made of the customer's orders; what others began may still end late. */
  baskets(): number;
}

/** The plan of the page that a chat has recommended. */
export const KNOWN = '#known li a[part~=cta][href*="Team%20Monthly"]';

/** Serves the demo on free ports of this machine. */
export async function serveDemo(): Promise<Demo> {
  const { origin, chain, close } = await serveDemoChain();
  const browser = await chromium.connect(inject('browser'));

  return {
    origin,
    chain,
    async visit(query = '') {
      await chain.killBackend();
      await chain.startBackend();
      const from = chain.limio.log.length;
      const context = await browser.newContext();
      onTestFinished(() => context.close());
      const page = await context.newPage();
      const failures: string[] = [];
      await page.exposeFunction('tellFailure', (code: string) => void failures.push(code));
      await page.addInitScript(() =>
        addEventListener('limio-fallback', ({ code }) =>
          (globalThis as unknown as { tellFailure: (code: string) => void }).tellFailure(code),
        ),
      );
      await page.goto(`${origin}/assisted.html${query}`, { waitUntil: 'commit' });
      // The page's own links are not asked how many.
      await page.locator('#known [part=quantity]').first().waitFor();
      return {
        page,
        context,
        failures,
        buy: (what = KNOWN) => arrive(page, () => page.locator(what).click({ noWaitAfter: true })),
        checkout: () => read(page),
        baskets: () => {
          const ids = chain.limio.log.slice(from).map(({ body }) => orderId(body));
          return [...chain.limio.state.baskets.values()].filter((it) => ids.includes(it.externalId)).length;
        },
      };
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}

const orderId = (body: unknown) =>
  (body as { order?: { external_id?: string } } | undefined)?.order?.external_id;

/**
 * Clicks, waits for the checkout, and gives the milliseconds from the click itself until the page left for it: how soon
 * a shop answers on a busy machine is none of the page's doing.
 */
async function arrive(page: Page, click: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const note = (what: string) => () => sessionStorage.setItem(what, String(Date.now()));
    addEventListener('click', note('clicked'), { capture: true, once: true });
    navigation.addEventListener('navigate', note('left'));
  });
  const arrived = page.waitForURL(/\/checkout\?/, { waitUntil: 'commit' });
  await click();
  await arrived;
  return page.evaluate(
    () => Number(sessionStorage.getItem('left')) - Number(sessionStorage.getItem('clicked')),
  );
}

async function read(page: Page): Promise<Record<string, unknown>> {
  await page.locator('html[data-basket]').waitFor();
  const value = (name: string) => page.locator(`input[name=${name}]`).inputValue();
  const texts = (selector: string) => page.locator(selector).allInnerTexts();
  return {
    email: await value('email'),
    firstName: await value('firstName'),
    lastName: await value('lastName'),
    companyName: await value('companyName'),
    phone: await value('phone'),
    lines: await texts('#lines li'),
    sums: await texts('#sums div'),
    notices: await texts('#notices p'),
  };
}
