import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import pack from '../../package.json' with { type: 'json' };
import { elementOf } from '../../build/element-of.ts';
import type { Package } from 'custom-elements-manifest/schema';
import { scriptFiles } from '../setup/script-files.ts';

const read = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

interface Named {
  name: string;
  description?: string;
}

const element = elementOf(read<Package>(pack.customElements));
const plan = elementOf(read<Package>(pack.customElements), 'limio-plan');
const names = (list: readonly Named[] | undefined): string[] => (list ?? []).map(({ name }) => name).sort();

test('the manifest describes the tag by what its source says', () => {
  expect(element.tagName).toBe('limio-offers');
  expect(names(element.attributes)).toEqual(expect.arrayContaining(['promo-code', 'shop', 'src']));
  expect(names(element.members)).toEqual(
    expect.arrayContaining(['checkout', 'offers', 'purchaseLink', 'reload']),
  );
  expect(names(element.events)).toEqual(
    expect.arrayContaining(['limio-checkout', 'limio-error', 'limio-ready']),
  );
});

// prettier-ignore
const lists: [what: string, list: readonly Named[] | undefined][] = [
  ['attribute',       element.attributes],
  ['event',           element.events],
  ['slot',            element.slots],
  ['part',            element.cssParts],
  ['custom property', element.cssProperties],
  ['member',          element.members?.filter(({ name }) => name !== 'version')],
];

test.for(lists)('every %s has a description', ([, list]) => {
  expect(list?.length).toBeGreaterThan(0);
  expect(list!.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
});

/** The classic script and all that it loads, but for what is not of this element. */
const classicCode = (): string =>
  [...scriptFiles()]
    .filter(([file]) => file.includes('classic') && !file.startsWith('limio-plan'))
    .map(([, code]) => code)
    .join('\n');

test('the parts and slots that are documented are those the templates have', () => {
  const code = classicCode();
  const inTemplates = (attribute: string) =>
    // Where there is but one word, the build leaves the quotes out.
    [...code.matchAll(new RegExp(`[\\s"\`]${attribute}=(?:"([^"\`>]*)|([^\\s"\`>]+))`, 'g'))].flatMap(
      ([, quoted, bare]) =>
        (quoted ?? bare)!.split(/\s+|\$\{[^}]*\}?/).filter((word) => /^[a-z][a-z-]+$/.test(word)),
    );
  expect(inTemplates('part').filter((part) => !names(element.cssParts).includes(part))).toEqual([]);
  expect(names(element.cssParts).filter((part) => !code.includes(part))).toEqual([]);
});

test('the parts of a change of plan are documented, or those of a card', () => {
  expect(plan.tagName).toBe('limio-plan');
  const code = scriptFiles().get('limio-plan.classic.js')!;
  const inTemplates = [...code.matchAll(/[\s"`]part="?([a-z-]+)/g)].map(([, part]) => part!);
  const known = [...names(plan.cssParts), ...names(element.cssParts)];
  expect(inTemplates.length).toBeGreaterThan(10);
  expect(inTemplates.filter((part) => !known.includes(part))).toEqual([]);
  expect(names(plan.cssParts).filter((part) => !code.includes(part))).toEqual([]);
  expect(names(plan.attributes)).toEqual(expect.arrayContaining(['backend', 'offer', 'subscription']));
});

test('every custom property that the styles read is documented, and the other way round', () => {
  const code = classicCode();
  const used = new Set([...code.matchAll(/var\(\s*(--limio-[\w-]+)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(names(element.cssProperties));
});

interface VsCodeData {
  version: number;
  tags?: (Named & { attributes: Named[] })[];
  properties?: Named[];
  pseudoElements?: Named[];
}

test('Visual Studio Code offers the attributes, custom properties and parts', () => {
  const html = read<VsCodeData>('dist/vscode.html-custom-data.json');
  const css = read<VsCodeData>('dist/vscode.css-custom-data.json');
  expect(html.version).toBe(1.1);
  expect(names(html.tags)).toEqual([element.tagName, plan.tagName]);
  expect(names(html.tags![0]!.attributes)).toEqual(names(element.attributes));
  expect(names(css.properties)).toEqual(names(element.cssProperties));
  expect(css.pseudoElements).toHaveLength(element.cssParts!.length + plan.cssParts!.length);
});

test('JetBrains editors offer the same', () => {
  const types = read<{
    name: string;
    version: string;
    contributions: {
      html: { elements: (Named & { attributes: Named[]; events: Named[] })[] };
      css: { properties: Named[] };
    };
  }>(pack['web-types']);
  expect([types.name, types.version]).toEqual([pack.name, pack.version]);
  const [tag, other] = types.contributions.html.elements;
  expect([other!.name, names(other!.attributes)]).toEqual([plan.tagName, names(plan.attributes)]);
  expect(tag!.name).toBe(element.tagName);
  expect(names(tag!.attributes)).toEqual(names(element.attributes));
  expect(names(tag!.events)).toEqual(names(element.events));
  expect(names(types.contributions.css.properties)).toEqual(names(element.cssProperties));
});

test('the table of hashes is that of the script files and the style sheet', () => {
  const sheet = 'limio-offers.css';
  const files = [...scriptFiles(), [sheet, readFileSync(`dist/cdn/${sheet}`, 'utf8')] as const];
  const hashes = files.map(([file, code]) => [
    file,
    `sha384-${createHash('sha384').update(code).digest('base64')}`,
  ]);
  expect(read('dist/cdn/integrity.json')).toEqual(Object.fromEntries(hashes));
});
