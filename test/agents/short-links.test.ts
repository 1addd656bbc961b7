import { chromium, type Browser } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chromiumOptions } from '../setup/chromium.ts';
import { serveSite, type Site } from '../pages/site.ts';
import { AUTHORIZED, startBackend } from './backend.ts';

let backend: Awaited<ReturnType<typeof startBackend>>;
let browser: Browser;
let shop: Site;
let chat: Site;
beforeAll(async () => {
  shop = await serveSite('shop', { '*': '<!doctype html><title>Shop</title>' });
  chat = await serveSite('chat');
  backend = await startBackend({}, { shop: shop.origin });
  browser = await chromium.launch(await chromiumOptions());
});
afterAll(async () => {
  await browser.close();
  for (const server of [backend, shop, chat]) server.close();
});

/** A short link, and a page of a chat that shows it. */
async function scene() {
  const response = await fetch(`${backend.origin}/agent/checkouts`, {
    method: 'POST',
    headers: { ...AUTHORIZED, 'content-type': 'application/json' },
    body: JSON.stringify({ paths: ['/offers2/Pro'], email: `${crypto.randomUUID()}@example.com` }),
  });
  const { url } = (await response.json()) as { url: string };
  chat.answers.set('/', `<a href="${url}">Checkout</a> <a href="${url}" target="_blank">New</a>`);
  chat.answers.set('/hasty', `<script>location = '${url}'</script>`);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(chat.origin);
  return { url, page, context };
}

const SIGNED = (url: URL) => url.origin === shop.origin && url.pathname === '/api/checkout/recover';

test('a click in a chat leads to the checkout', async () => {
  const { page, context } = await scene();
  await page.getByRole('link', { name: 'Checkout' }).click();
  await page.waitForURL(SIGNED);
  await context.close();
});

test('a click that opens a tab leads to the checkout', async () => {
  const { page, context } = await scene();
  const [tab] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: 'New' }).click(),
  ]);
  await tab.waitForURL(SIGNED);
  await context.close();
});

test('a page that goes there by itself is stopped at the button, which a person can press', async () => {
  const { url, page, context } = await scene();
  await page.goto(`${chat.origin}/hasty`);
  await page.waitForURL(url);
  expect(await page.content()).not.toContain('recover');
  expect(await page.getByRole('heading').textContent()).toBe('Pro');
  await page.getByRole('button', { name: 'Go to the checkout' }).click();
  await page.waitForURL(SIGNED);
  await context.close();
});
