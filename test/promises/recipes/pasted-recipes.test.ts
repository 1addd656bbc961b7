import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { CATALOGUE } from '../../../demo/sandbox/items/catalogue.ts';
import integrity from '../../../dist/cdn/integrity.json' with { type: 'json' };
import { documents } from '../../../build/docs.ts';
import { COMMANDS } from '../../../src/commands/table.ts';
import { blocks, blocksIn } from './blocks.ts';

/** The page of whoever pastes an example. */
const PAGE = 'https://www.example.com/';

const SCRIPT =
  '<script type="module" src="https://cdn.example.com/limio-offers/1.0.0/limio-offers.js"></script>';

const LINK = '<a href="https://shop.example.com/checkout?purchase=%2Foffers2%2FPro%20Plan">Pro Plan</a>';

/** What a backend answers to a subscriber. */
const PLAN_CHANGE = { id: 'change-1', upgrades: [{ id: 'business', name: 'Business' }], lines: [] };

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});
afterAll(() => browser.close());

/** An example as somebody would fill it in: hashes that are left out, and links where it says "…". */
function filledIn(example: string): string {
  const withHashes = example.replaceAll(
    /([\w.-]+\.js)"([^"]*)"sha384-…"/g,
    (_, file: keyof typeof integrity, between: string) => `${file}"${between}"${integrity[file]}"`,
  );
  const withLinks = withHashes.replaceAll('…</limio-offers>', `${LINK}</limio-offers>`);
  const script = /limio-offers\.js"/.test(example) ? '' : SCRIPT;
  return `<!doctype html><title>Page</title><link rel="icon" href="data:,">${withLinks}${script}`;
}

/** Answers for every address that the examples name. */
async function answer(context: BrowserContext, page: string): Promise<void> {
  const headers = { 'access-control-allow-origin': '*' };
  await context.route('https://cdn.example.com/limio-offers/*/*', (route) => {
    const path = `dist/cdn/${new URL(route.request().url()).pathname.split('/').pop()}`;
    return existsSync(path) ? route.fulfill({ path, headers }) : route.fulfill({ status: 404 });
  });
  await context.route('https://offers.example.com/offers*', (route) =>
    route.fulfill({ json: { offers: [{ path: '/offers2/Pro Plan', name: 'Pro Plan' }] }, headers }),
  );
  // A vendor's script, as far as it is there.
  await context.route('https://www.google.com/recaptcha/*', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'globalThis.grecaptcha = {}' }),
  );
  await context.route('https://offers.example.com/plan-changes', (route) =>
    route.fulfill({
      json: PLAN_CHANGE,
      headers: {
        ...headers,
        'access-control-allow-headers': 'content-type, limio-context',
        'access-control-allow-methods': 'POST',
      },
    }),
  );
  await context.route(`${PAGE}limio-context`, (route) => route.fulfill({ body: 'token' }));
  await context.route(`${PAGE}offers.json`, (route) => route.fulfill({ json: { items: CATALOGUE } }));
  await context.route('https://shop.example.com/public/**', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', path: 'demo/images/acme-desk.svg' }),
  );
  await context.route(PAGE, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: page }),
  );
}

test.for(blocksIn('html'))('$place works when it is pasted', async ({ code }) => {
  const context = await browser.newContext();
  try {
    await answer(context, filledIn(code));
    const page = await context.newPage();
    const noise: string[] = [];
    page.on('pageerror', ({ message }) => noise.push(message));
    page.on('console', (message) => noise.push(message.text()));
    page.on('requestfailed', (request) => noise.push(request.url()));
    await page.goto(PAGE);
    for (const element of await page.locator('limio-offers').all())
      await element
        .locator('a[part~=cta][href^="https://shop.example.com/checkout?purchase="]')
        .first()
        .waitFor();
    for (const element of await page.locator('limio-plan').all())
      await element.getByRole('button', { name: 'Choose Business' }).waitFor();
    if (code.includes('<iframe')) await page.frameLocator('iframe').locator('a[part~=cta]').first().waitFor();
    expect(noise).toEqual([]);
  } finally {
    await context.close();
  }
});

test.for(blocksIn('css'))('$place is style that browsers understand', async ({ code }) => {
  const page = await browser.newPage();
  try {
    const kept = await page.evaluate((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return [...sheet.cssRules].map((rule) => (rule as CSSStyleRule).style.length);
    }, code);
    expect(kept).toHaveLength(code.split('{').length - 1);
    expect(kept).not.toContain(0);
  } finally {
    await page.close();
  }
});

test('what is typed into a terminal names scripts and variables that there are', async () => {
  const { VARIABLES } = await import('../../../src/server/environment/variables.ts');
  const shell = blocksIn('sh');
  const named = shell.flatMap(({ code }) =>
    [...code.matchAll(/\b([A-Z][A-Z_]+)=/g)].map(([, name]) => name!),
  );
  expect(named).toContain('LIMIO_TENANT');
  expect(named.filter((name) => !(name in VARIABLES))).toEqual([]);
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: object };
  const run = shell.flatMap(({ code }) =>
    [...code.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name]) => name!),
  );
  expect(run.filter((name) => !(name in scripts))).toEqual([]);
});

test('every command that the documents name knows the options that stand behind it', () => {
  const named = documents().flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/npx limio-offers (\w+)([^\n`|]*)/g)].map(
      ([, name = '', rest = '']) => ({
        name,
        options: [...rest.matchAll(/ --([a-z-]+)/g)].map(([, option]) => option!),
      }),
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  const known = new Map(COMMANDS.map(({ name, options }) => [name, Object.keys(options)]));
  const strange = named.filter(({ name, options }) =>
    options.some((option) => !known.get(name)?.includes(option)),
  );
  expect(strange).toEqual([]);
});

test.for(blocksIn('json'))('$place is JSON, and the server it starts is one of ours', ({ code }) => {
  const { mcpServers = {} } = JSON.parse(code) as { mcpServers?: Record<string, { args: string[] }> };
  for (const { args } of Object.values(mcpServers)) {
    const { options } = COMMANDS.find(({ name }) => name === args[1])!;
    expect(Object.keys(options)).toEqual(
      expect.arrayContaining(args.flatMap((word) => (word.startsWith('--') ? word.slice(2) : []))),
    );
  }
});

test('no block of code is of a kind that nobody tries', () => {
  // Those of whoever runs a backend are run by `test/services` and `test/runtimes`.
  const tried = [
    'css',
    'html',
    'js',
    'json',
    'sh',
    'ts',
    'tsx',
    'dockerfile',
    'ini',
    'nginx',
    'toml',
    'vcl',
    'yaml',
  ];
  expect(blocks.filter(({ language, app }) => !app && !tried.includes(language))).toEqual([]);
  expect(blocks.length).toBeGreaterThan(20);
});
