import { chromium, type Browser, type Page } from 'playwright';
import { inject } from 'vitest';
import { demoServer } from '../../demo/demo-server.ts';
import { serveDemoSite } from '../pages/demo-site.ts';
import { WAIT_MS } from '../setup/patience.ts';

/** The demo as `npm start` serves it, and a browser before it. */
export interface DemoPages {
  origin: string;
  /** Opens a page of the demo, waits until there is what it shows, and keeps what it complains about and all it says. */
  visit(
    path: string,
    options?: Parameters<Browser['newContext']>[0],
    shows?: string,
  ): Promise<{ page: Page; noise: string[]; spoken: string[] }>;
  close(): Promise<void>;
}

/** What browsers say of what a sandbox refuses, and Vite's client of itself. */
const USUAL = /^\[vite\]|sandboxed frame|allow-top-navigation/;

/** Serves the demo on a free port of this machine. */
export async function serveDemoPages(): Promise<DemoPages> {
  const { origin, close } = await serveDemoSite(() => demoServer());
  const browser = await chromium.connect(inject('browser'));
  return {
    origin,
    async visit(path, options, shows = 'limio-offers, limio-plan, iframe') {
      const context = await browser.newContext({
        permissions: ['clipboard-read', 'clipboard-write'],
        ...options,
      });
      // Sooner than the test, so that what was waited for is named.
      context.setDefaultTimeout(WAIT_MS);
      const page = await context.newPage();
      const noise: string[] = [];
      const spoken: string[] = [];
      page.on('pageerror', ({ message }) => noise.push(message));
      page.on('console', (message) => {
        spoken.push(message.text());
        if (!USUAL.test(message.text())) noise.push(message.text());
      });
      await page.goto(origin + path);
      await page.locator(shows).first().waitFor();
      return { page, noise, spoken };
    },
    async close() {
      await browser.close();
      await close();
    },
  };
}

/** Opens every group of settings. */
export const openGroups = (page: Page): Promise<void> =>
  page
    .locator('details')
    .evaluateAll((all) => all.forEach((each) => ((each as HTMLDetailsElement).open = true)));

/**
 * Whether something can be seen. On a busy machine the backend may take longer than `<limio-plan>` waits, and the page
 * says so; it is then opened again, as people do.
 */
export async function appears(page: Page, selector: string): Promise<boolean> {
  if (await page.locator('#outcome:not(:empty)').count()) await page.reload();
  return page.locator(selector).first().isVisible();
}
