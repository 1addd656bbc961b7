import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Package } from 'custom-elements-manifest/schema';
import { expect, test } from 'vitest';
import { elementOf } from '../../build/element-of.ts';
import { CLASSIC_PARTS } from '../../build/files-apart.ts';
import { scriptFiles, withStaticImports } from '../setup/script-files.ts';

// prettier-ignore
const banned: [what: string, form: RegExp][] = [
  ['a look at the build environment',  /\bprocess\.env|import\.meta\.env/],
  ['a development build of Lit',       /Lit is in dev mode|litIssuedWarnings/],
  ['code made from text',              /\bnew Function\b|(?<![.\w])eval\(|setTimeout\(["'`]/],
  ['HTML made from text',              /unsafeHTML|insertAdjacentHTML|document\.write\b|DOMParser/],
  ['sizes of the page’s root',         /\d(?:\.\d+)?rem\b/],
  ['an unsafe address',                /http:\/\/(?!www\.w3\.org\/|localhost|127\.0\.0\.1|\[::1\])[\w[]/],
  ['names of secrets',                 /client_?secret|api_?key|access_?token|private_?key|BEGIN [A-Z ]*KEY/i],
  ['a private host',                   /\.(internal|corp|local)\b|prod(-us)?\.limio\.com|dev\.limio\.com/],
  ['a word in the console but warnings', /\bconsole\.(?!warn\(`\[limio-offers\] )/],
  ['a listener that ends the page cache', /["'`](before)?unload["'`]/],
  ['a map of the source',              /sourceMappingURL/],
];

const cases = [...scriptFiles()].flatMap(([file, code]) =>
  banned.map(([what, form]) => [file, what, form, code] as const),
);

// A minifier that knows browsers by their list of features may ask another thing.
test('what styles ask of a browser is asked as it is written', () => {
  const plain = (css: string) => css.replace(/\s/g, '');
  const built = plain([...scriptFiles().values()].join());
  const styles = 'src/element/styles';
  const asked = readdirSync(styles).flatMap(
    (file) => readFileSync(`${styles}/${file}`, 'utf8').match(/@supports[^{]*/g) ?? [],
  );
  expect(asked).not.toEqual([]);
  expect(asked.filter((condition) => !built.includes(plain(condition)))).toEqual([]);
});

test.for(cases)('%s holds no sign of %s', ([, , form, code]) => {
  expect(code.match(form)?.[0]).toBeUndefined();
});

test('HTML goes into the document where Lit puts its own templates, and nowhere else', () => {
  const uses = (code: string) => code.match(/innerHTML/g)?.length ?? 0;
  const own = uses(readFileSync('node_modules/lit-html/lit-html.js', 'utf8'));
  const found = [...scriptFiles()].map(([file, code]) => [file, uses(code)] as const);
  expect(found.filter(([, count]) => count > 0)).toEqual([
    ['limio-offers.classic.js', own],
    ['limio-offers.js', own],
    ['limio-plan.classic.js', own],
  ]);
});

test('the classic file is one script without module syntax or a name of its own, and loads rare parts from beside it', () => {
  const code = scriptFiles().get('limio-offers.classic.js')!;
  const loaded = [...code.matchAll(/\bimport\s*\(([^)]*)/g)].map(
    ([, address = '']) => /^(\w+)\?new URL\(`\.\/([\w-]+\.js)`,\1$/.exec(address)?.[2] ?? address,
  );
  expect([...new Set(loaded)].sort()).toEqual([
    'agent-tools.js',
    ...Object.keys(CLASSIC_PARTS)
      .map((name) => `${name}.js`)
      .sort(),
    'page-data.js',
  ]);
  for (const name of loaded)
    expect(withStaticImports(name).filter((file) => !/^(classic-|agent-|page-)/.test(file))).toEqual([]);
  expect(code).not.toMatch(/\bimport\.meta|(^|[;}])\s*(import|export)\b/);
  expect(code).not.toMatch(/\bdefine\.amd\b|typeof exports|module\.exports/);
  expect(code.trim()).toMatch(/^\(function\(\)\{[^]*\}\)\(\);?$/);
});

test('the first paint waits for one file only', () => {
  expect(withStaticImports('limio-offers.js')).toEqual(['limio-offers.js']);
});

/** Words ad blockers hide or refuse. */
const BLOCKED =
  /^(ads?|adverts?|banners?|sponsors?|promos?|promotions?|track(er|ing)?|stats?|analytics|pixel)$/;

test('no address or part has a word that blockers act on', () => {
  const manifest = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Package;
  const { cssParts = [], slots = [], tagName = '' } = elementOf(manifest);
  const names = [
    ...readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((file) => !file.startsWith('npm')),
    ...cssParts.map(({ name }) => name),
    ...slots.map(({ name }) => name),
    tagName,
  ];
  expect(names.filter((name) => name.split(/[^a-z]+/i).some((word) => BLOCKED.test(word)))).toEqual([]);
});

test('the licences of what is inside travel along', () => {
  expect(existsSync('dist/cdn/licenses.md')).toBe(true);
});
