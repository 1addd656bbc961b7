import { chromium, type Browser, type Page } from 'playwright';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { chromiumOptions } from '../setup/chromium.ts';
import { builtFiles } from './built-files.ts';
import { serveSite, type Answer, type Site } from './site.ts';
import { WAIT_MS } from '../setup/patience.ts';

/** A Chromium that has `document.modelContext`, and the same one as customers have it today. */
export let withTools: Browser;
export let asToday: Browser;
export let cdn: Site;
export let shop: Site;

beforeAll(async () => {
  const options = await chromiumOptions();
  withTools = await chromium.launch({ ...options, args: ['--enable-features=WebMCP'] });
  asToday = await chromium.launch(options);
  cdn = await serveSite('cdn', builtFiles());
  shop = await serveSite('shop', { '*': '<!doctype html><title>Shop</title>' });
});

afterAll(async () => {
  await Promise.all([withTools.close(), asToday.close()]);
  cdn.close();
  shop.close();
});

export const STARTER = {
  path: '/offers2/Starter',
  name: 'Starter',
  price: { amount: '9', currency: 'EUR', interval: 'month' },
};
export const TEAM = {
  path: '/offers2/Team',
  name: 'Team',
  price: { amount: '29', currency: 'EUR', interval: 'month' },
  quantity: { initial: 5, min: 5, max: 50, step: 5 },
};

export const element = (offers: readonly object[], attributes = 'agent-tools') =>
  `<limio-offers shop="${shop.origin}" ${attributes}><script type="application/json">${JSON.stringify({ offers })}</script></limio-offers>`;

const MODULE = 'type="module" src="{cdn}/limio-offers.js"';
export const CLASSIC = 'src="{cdn}/limio-offers.classic.js"';

export const script = (more = '', kind = MODULE) =>
  `<script type="module">
    addEventListener('limio-error', ({ code }) => (window.told ??= []).push(code));
    addEventListener('unhandledrejection', ({ reason }) => (window.told ??= []).push(String(reason)));
    ${more}</script>
  <script ${kind.replace('{cdn}', cdn.origin)}></script>`;

/** Opens a page and waits until it has drawn what it holds. */
export async function open(
  browser: Browser,
  body: string,
  answers: Record<string, Answer> = {},
  headers = {},
  kind = MODULE,
): Promise<Page> {
  const site = await serveSite('page', {
    '/': { headers, body: `<!doctype html><title>Page</title>${script('', kind)}${body}` },
    ...answers,
  });
  const page = await browser.newPage();
  page.once('close', () => site.close());
  await page.goto(site.origin);
  await page.locator('a[part~=cta]').first().waitFor();
  return page;
}

/** Waits until the page has so many tools. */
export const toolsOf = (page: Page, count = 3) =>
  vi.waitFor(async () => {
    const tools = await page.webmcp.tools();
    expect(tools).toHaveLength(count);
    return tools;
  }, WAIT_MS);

export const told = (page: Page) => page.evaluate(() => (window as { told?: string[] }).told ?? []);
