import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chromiumOptions } from '../setup/chromium.ts';
import { builtFiles } from '../pages/built-files.ts';
import { serveSite, type Site } from '../pages/site.ts';
import { program } from './backend.ts';

let sites: Record<'page' | 'cdn' | 'shop', Site>;
let agent: Client;

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
  const { executablePath = '', env = {} } = await chromiumOptions();
  agent = new Client({ name: 'test', version: '1' });
  await agent.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [
        program('chrome-devtools-mcp/build/src/bin/chrome-devtools-mcp.js'),
        ...[
          '--headless',
          '--isolated',
          '--no-usage-statistics',
          '--no-performance-crux',
          '--categoryExperimentalWebmcp',
        ],
        ...[
          '--executablePath',
          executablePath,
          '--chromeArg=--enable-features=WebMCP',
          '--chromeArg=--no-sandbox',
        ],
      ],
      env: env as Record<string, string>,
    }),
  );
});

afterAll(async () => {
  await agent.close();
  for (const site of Object.values(sites)) site.close();
});

/** Asks the server that drives the browser, and gives what a model would read. */
async function ask(name: string, args: object = {}): Promise<string> {
  const { content } = await agent.callTool({ name, arguments: { ...args } });
  return JSON.stringify(content);
}

test('an agent that drives a browser finds the tools of a page, and sells with them', async () => {
  await ask('new_page', { url: sites.page.origin });
  const pages = await ask('list_pages');
  const pageId = Number(/(\d+): Page \(http:/.exec(pages)![1]);
  await vi.waitFor(
    async () => expect(await ask('list_webmcp_tools', { pageId })).toContain('limio_go_to_checkout'),
    20_000,
  );
  const call = (toolName: string, input: object) =>
    ask('execute_webmcp_tool', { pageId, toolName, input: JSON.stringify(input) });
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
