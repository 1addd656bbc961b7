import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { builtFiles } from '../pages/built-files.ts';
import { serveSite, type Site } from '../pages/site.ts';
import { driveBrowser, type DrivenBrowser } from './driven-browser.ts';

let sites: Record<'page' | 'cdn' | 'shop', Site>;
let browser: DrivenBrowser;

beforeAll(async () => {
  sites = {
    page: await serveSite('page'),
    cdn: await serveSite('cdn', builtFiles()),
    shop: await serveSite('shop', { '*': '<!doctype html><title>Shop</title>' }),
  };
  const offers = [
    { path: '/offers2/Pro', name: 'Pro', price: { amount: '29', currency: 'EUR', interval: 'month' } },
  ];
  sites.page.answers.set(
    '/',
    `<!doctype html><title>Page</title><script type="module" src="${sites.cdn.origin}/limio-offers.js"></script>
    <limio-offers shop="${sites.shop.origin}" agent-tools><script type="application/json">${JSON.stringify({ offers })}</script></limio-offers>`,
  );
  browser = await driveBrowser();
});

afterAll(async () => {
  await browser.close();
  for (const site of Object.values(sites)) site.close();
});

test('an agent that drives a browser finds the tools of a page, and sells with them', async () => {
  const pageId = await browser.open(sites.page.origin);
  await vi.waitFor(
    async () => expect(await browser.ask('list_webmcp_tools', { pageId })).toContain('limio_go_to_checkout'),
    20_000,
  );
  const call = (toolName: string, input: object) =>
    browser.ask('execute_webmcp_tool', { pageId, toolName, input: JSON.stringify(input) });
  expect(await call('limio_list_offers', {})).toContain('€29 per month');
  const url = `${sites.shop.origin}/checkout?purchase=%2Foffers2%2FPro`;
  expect(await call('limio_make_link', { paths: ['/offers2/Pro'] })).toContain(url);
  expect(await call('limio_make_link', { paths: ['/offers2/Pr'] })).toContain('Paths like it');
  await call('limio_go_to_checkout', { paths: ['/offers2/Pro'] });
  await vi.waitFor(
    () => expect(sites.shop.seen.map((seen) => seen.url)).toContain('/checkout?purchase=%2Foffers2%2FPro'),
    20_000,
  );
});
