import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';
import { expect, inject, onTestFinished, test } from 'vitest';
import { pageOf, plans } from '../pages/markup.ts';
import { serveSite } from '../pages/site.ts';
import { recipeIn } from '../setup/recipe.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** A project of somebody's, with these files; gives its folder. */
function project(name: string, files: Record<string, string>): string {
  const folder = `${HERE}dist/${name}/`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries({ 'package.json': '{}', ...files }))
    writeFileSync(folder + path, text);
  return folder;
}

const run = (cwd: string, command: string, words: readonly string[], env = {}): string =>
  execFileSync(process.execPath, [`${HERE}node_modules/${command}`, ...words], {
    cwd,
    encoding: 'utf8',
    stdio: 'pipe',
    env: { ...process.env, NODE_ENV: '', ...env },
  });

/** What the docs say of files that are not beside the page, and where they are then. */
const [, ELSEWHERE = '', ASSETS = ''] = /`(output: \{ publicPath: '(\/\w+\/)' \})`/.exec(
  readFileSync('docs/frameworks.md', 'utf8'),
)!;

// prettier-ignore
const bundles: Array<[mode: string, where: string, at: string, more: string]> = [
  ['production',  'beside the page', '/',    ''],
  ['development', 'beside the page', '/',    ''],
  ['production',  'elsewhere',       ASSETS, `module.exports = { ...module.exports, ${ELSEWHERE} };`],
];
test.for(bundles)(
  'what webpack 4 bundles for %s, %s, draws cards that sell',
  async ([mode, where, at, more]) => {
    const folder = project(`webpack-4-${mode}-${where.replaceAll(' ', '-')}`, {
      'entry.js': `import 'limio-offers/define';`,
      'webpack.config.js': `${recipeIn('docs/frameworks.md', 'js', 'babel-loader')}${more}`,
    });
    const words = ['--mode', mode, '--entry', './entry.js', '--output-path', 'out'];
    run(folder, 'webpack-cli/bin/cli.js', words, { NODE_OPTIONS: '--openssl-legacy-provider' });
    const scripts = readdirSync(`${folder}out`).map((name) => [
      at + name,
      { headers: { 'content-type': 'text/javascript' }, body: readFileSync(`${folder}out/${name}`) },
    ]);
    const host = await serveSite('page', Object.fromEntries(scripts));
    const shop = await serveSite('shop', { '*': '<!doctype html><title>Shop</title>' });
    const browser = await chromium.connect(inject('browser'));
    onTestFinished(async () => {
      await browser.close();
      for (const site of [host, shop]) site.close();
    });

    host.answers.set('/', pageOf('', `${plans({ shop })}<script src="${at}main.js"></script>`));
    const page = await browser.newPage();
    await page.goto(host.origin);
    await page.locator('limio-offers [part~=cta]').first().click();
    await expect.poll(() => shop.seen[0]?.url).toContain('/checkout?purchase=');
    // Also the parts that are loaded later.
    const loaded = host.seen.map(({ url }) => url).filter((url) => url?.endsWith('.js'));
    expect(loaded.length).toBeGreaterThan(1);
    expect(loaded.filter((url) => !url?.startsWith(at))).toEqual([]);
  },
);

test('Jest 29 runs what a page does with links, and with the tag around them', () => {
  const folder = project('jest-29', {
    'jest.config.js': recipeIn('docs/frameworks.md', 'js', 'transformIgnorePatterns'),
    'sell.test.js': `
      import 'limio-offers/define';
      import { purchaseLink } from 'limio-offers/link';

      test('sells', () => {
        const link = purchaseLink({ shop: 'https://shop.example.com', offers: ['/offers2/Pro'] });
        document.body.innerHTML = '<limio-offers><a href="' + link + '">Pro</a></limio-offers>';
        expect(document.querySelector('limio-offers a').href).toBe(
          'https://shop.example.com/checkout?purchase=%2Foffers2%2FPro',
        );
      });`,
  });
  const result = `${folder}result.json`;
  run(folder, 'jest/bin/jest.js', ['--json', '--outputFile', result]);
  expect(JSON.parse(readFileSync(result, 'utf8'))).toMatchObject({ numPassedTests: 1, numFailedTests: 0 });
});
