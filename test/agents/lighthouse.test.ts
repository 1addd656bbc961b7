import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtFiles } from '../pages/built-files.ts';
import { serveSite, type Site } from '../pages/site.ts';
import { startBackend } from './backend.ts';
import { driveBrowser, type DrivenBrowser } from './driven-browser.ts';

/** The part of a report of Lighthouse that is read here. */
interface Report {
  categories: Record<string, { score: number | null }>;
  audits: Record<string, { id: string; score: number | null }>;
}

let backend: Awaited<ReturnType<typeof startBackend>>;
let sites: Record<'page' | 'cdn' | 'shop', Site>;
let browser: DrivenBrowser;

/** A pricing page as a careful author writes one, on a domain that passes on what its backend has for agents. */
const pageOf = (cdn: string, shop: string, backendOrigin: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="description" content="Plans and prices." />
    <title>Plans</title>
    <link rel="icon" href="data:," />
    <script type="module" src="${cdn}/limio-offers.js"></script>
  </head>
  <body>
    <main>
      <h1>Plans</h1>
      <limio-offers shop="${shop}" src="${backendOrigin}/offers" heading-level="2" agent-tools></limio-offers>
    </main>
  </body>
</html>`;

beforeAll(async () => {
  sites = {
    page: await serveSite('page'),
    cdn: await serveSite('cdn', builtFiles()),
    shop: await serveSite('shop', { '*': '<!doctype html><title>Shop</title>' }),
  };
  backend = await startBackend({ mcp: 'read' });
  sites.page.answers.set('/', pageOf(sites.cdn.origin, sites.shop.origin, backend.origin));
  for (const path of ['/llms.txt', '/.well-known/ard.json']) {
    const response = await fetch(backend.origin + path);
    const headers = { 'content-type': response.headers.get('content-type')! };
    sites.page.answers.set(path, { headers, body: await response.text() });
  }
  browser = await driveBrowser();
});

afterAll(async () => {
  await browser.close();
  backend.close();
  for (const site of Object.values(sites)) site.close();
});

test.for(['desktop', 'mobile'])(
  'Lighthouse finds a %s page of offers fit for agents and people',
  async (device) => {
    const folder = mkdtempSync(join(tmpdir(), 'lighthouse-'));
    try {
      const pageId = await browser.open(sites.page.origin);
      await browser.ask('lighthouse_audit', { pageId, device, outputDirPath: folder });
      const { categories, audits } = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')) as Report;
      const failed = Object.values(audits).filter(({ score }) => score !== null && score < 1);
      expect(failed.map(({ id }) => id)).toEqual([]);
      expect(Object.fromEntries(Object.entries(categories).map(([id, { score }]) => [id, score]))).toEqual({
        accessibility: 1,
        'best-practices': 1,
        seo: 1,
        'agentic-browsing': 1,
      });
      // What is not applicable has no score, so each that matters is named.
      expect(audits).toMatchObject({
        'agent-accessibility-tree': { score: 1 },
        'webmcp-registered-tools': { score: 1 },
        'webmcp-schema-validity': { score: 1 },
        'llms-txt': { score: 1 },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
);
