import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { chromium, type Browser, type Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { serveSite, type Site } from '../pages/site.ts';
import { SHOP } from '../server/pretend-limio.ts';
import { chromiumOptions } from '../setup/chromium.ts';
import { AUTHORIZED, startBackend } from './backend.ts';

let backend: Awaited<ReturnType<typeof startBackend>>;
let browser: Browser;
let host: Site;
let page: string;
let result: object;

beforeAll(async () => {
  const [{ output }] = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, lib: { entry: 'test/agents/app-host.ts', formats: ['es'] } },
  })) as unknown as [{ output: [{ code: string }] }];
  host = await serveSite('host', {
    '/': `<!doctype html><title>Host</title><body><script type="module">${output[0].code.replaceAll('</script', '<\\/script')}</script>`,
  });
  backend = await startBackend();
  browser = await chromium.launch(await chromiumOptions());
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${backend.origin}/mcp`), {
      requestInit: { headers: AUTHORIZED },
    }),
  );
  const { tools } = await client.listTools();
  const { ui } = tools[0]!._meta as { ui: { resourceUri: string } };
  const { contents } = await client.readResource({ uri: ui.resourceUri });
  const [{ mimeType, text }] = contents as [{ mimeType: string; text: string }];
  expect(mimeType).toBe('text/html;profile=mcp-app');
  page = text;
  result = await client.callTool({ name: 'list_offers', arguments: {} });
  await client.close();
});

afterAll(async () => {
  await browser.close();
  host.close();
  backend.close();
});

interface Seen {
  links: string[];
  heights: number[];
  told: string[];
}

/** Shows the view in a host, and gives what the host saw. */
async function show(context: object = {}, opensLinks = true, width = 600) {
  const tab = await browser.newPage({ viewport: { width, height: 800 } });
  const noise: string[] = [];
  tab.on('pageerror', ({ message }) => noise.push(message));
  // The host's own code tells each message.
  tab.on(
    'console',
    (message) => /^(Parsed|Sending) message/.test(message.text()) || noise.push(message.text()),
  );
  tab.on(
    'request',
    (request) =>
      /^(http|data)/.test(request.url()) &&
      !request.url().startsWith(host.origin) &&
      noise.push(request.url()),
  );
  await tab.goto(host.origin);
  await tab.waitForFunction(() => 'show' in window);
  const shown = await tab.evaluateHandle(
    ([html, answer, given, opens]) =>
      (
        window as unknown as {
          show(...words: unknown[]): Promise<{ seen: Seen; change(next: object): void }>;
        }
      ).show(html, answer, given, opens),
    [page, result, context, opensLinks] as const,
  );
  const seen = () => shown.evaluate((each) => each.seen);
  const view = tab.frameLocator('iframe');
  await view.locator('a[part~=cta]').first().waitFor();
  return {
    tab,
    view,
    noise,
    seen,
    change: (next: object) => shown.evaluate((each, given) => each.change(given), next),
  };
}

const close = ({ tab }: { tab: Page }) => tab.close();

test('the view is one page, and small', () => {
  const bytes = gzipSync(page).length;
  console.log(`view of the MCP App: ${bytes} bytes (gzip)`);
  expect(bytes).toBeLessThanOrEqual(36_000);
  const addresses = [/<script src/, /<link/, /@import/, /url\(/].filter((form) => form.test(page));
  expect(addresses).toEqual([]);
});

test('a host shows the offers in a sandbox without network, and opens links', async () => {
  const scene = await show();
  expect(await scene.view.locator('[part~=offer]').count()).toBe(3);
  await scene.view.locator('a[part~=cta]').first().click();
  await expect
    .poll(async () => (await scene.seen()).links)
    .toEqual([`${SHOP}/checkout?purchase=%2Foffers2%2FPro`]);
  expect((await scene.seen()).told.join()).toContain('/offers2/Pro');
  expect(scene.noise).toEqual([]);
  await close(scene);
});

test('the view has the height of its offers, told once for each', async () => {
  const scene = await show();
  await expect.poll(async () => (await scene.seen()).heights.at(-1)).toBeGreaterThan(200);
  const { heights } = await scene.seen();
  expect(new Set(heights).size).toBe(heights.length);
  expect(heights.length).toBeLessThan(8);
  await close(scene);
});

test('a host that opens no link leaves one to copy', async () => {
  const scene = await show({}, false);
  await scene.view.locator('a[part~=cta]').first().click();
  const link = scene.view.locator('input[part=link]');
  await link.waitFor();
  expect(await link.inputValue()).toBe(`${SHOP}/checkout?purchase=%2Foffers2%2FPro`);
  await close(scene);
});

test('theme, language and direction are those of the host, now and later', async () => {
  const scene = await show({ theme: 'dark', locale: 'ar' }, true, 280);
  const styles = () =>
    scene.view.locator('html').evaluate((root) => {
      const base = root.querySelector('limio-offers')!.shadowRoot!.querySelector('[part=base]')!;
      const { scrollWidth, clientWidth } = root;
      return {
        scheme: getComputedStyle(root).colorScheme,
        body: getComputedStyle(root.ownerDocument.body).backgroundColor,
        dir: getComputedStyle(base).direction,
        fits: scrollWidth <= clientWidth,
      };
    });
  await expect
    .poll(() => styles())
    .toEqual({ scheme: 'dark', body: 'rgba(0, 0, 0, 0)', dir: 'rtl', fits: true });
  await scene.change({ theme: 'light', locale: 'de' });
  await expect.poll(styles).toMatchObject({ scheme: 'light', dir: 'ltr' });
  await expect.poll(() => scene.view.locator('[part=interval]').first().textContent()).toBe('pro Monat');
  await close(scene);
});
