import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PLUGIN, withAttributeNames } from '../../build/wordpress.ts';
import { expect, test } from 'vitest';
import { documents, madeParts, namesIn, withMadeParts } from '../../build/docs.ts';
import { routesOf } from '../../src/server/routes/table.ts';
import pack from '../../package.json' with { type: 'json' };

const texts = new Map(documents().map((file) => [file, readFileSync(file, 'utf8')]));
const parts = madeParts();
const files = [...texts.keys()];

/** A document without its blocks of code. */
const prose = (text: string): string => text.replace(/^( *)```[^]*?^ *```$/gm, '');

test.for(files)('%s says what the source says; `npm run docs` brings it up to date', (file) => {
  expect(texts.get(file)).toBe(withMadeParts(texts.get(file)!, parts));
});

test('the reference of the backend has every route that a backend can have', () => {
  const publicUrl = 'https://offers.example.com';
  const all = {
    agents: { mcp: 'full', ucp: true, publicUrl },
    context: {},
    events: {},
    keys: {},
    partner: {},
  } as unknown as Parameters<typeof routesOf>[0];
  const told = texts.get('docs/reference/backend.md')!;
  const routes = routesOf(all).map(({ method, path }) => `| \`${method} ${path}\` |`);
  expect(routes.length).toBeGreaterThan(20);
  expect(routes.filter((route) => !told.includes(route))).toEqual([]);
});

test('everything made from the source stands in one place', () => {
  expect([...texts.values()].flatMap(namesIn).sort()).toEqual(Object.keys(parts).sort());
});

/** Anchors of the headings, as GitHub makes them. */
function anchorsOf(text: string): string[] {
  const headings = [...prose(text).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading!);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const links = files.flatMap((file) =>
  [...prose(texts.get(file)!).matchAll(/\]\((?![a-z]+:)([^)]*)\)/g)].map(([, target]) => {
    const [path, anchor] = target!.split('#');
    return { file, target: target!, to: path ? join(dirname(file), path) : file, anchor };
  }),
);

test('every link in the documents leads to something', () => {
  expect(links.length).toBeGreaterThan(40);
  const dead = links.filter(
    ({ to, anchor }) => !existsSync(to) || (anchor && !anchorsOf(texts.get(to) ?? '').includes(anchor)),
  );
  expect(dead.map(({ file, target }) => `${file}: ${target}`)).toEqual([]);
});

test('every document in the folder docs is linked from another', () => {
  const reached = new Set(links.filter(({ file, to }) => file !== to).map(({ to }) => to));
  expect(files.filter((file) => file.startsWith('docs/') && !reached.has(file))).toEqual([]);
});

test('every script the documents name is there', () => {
  const named = files
    .filter((file) => file !== 'CHANGELOG.md')
    .flatMap((file) => [...texts.get(file)!.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!));
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in pack.scripts))).toEqual([]);
});

test('every script file the documents load is built', () => {
  const loaded = [...texts.values()].flatMap((text) =>
    [...text.matchAll(/limio-offers\/\d+\.\d+\.\d+\/([\w.-]+)/g)].map(([, file]) => file!),
  );
  expect(loaded).toContain('read-catalog.js');
  expect(loaded.filter((file) => !existsSync(`dist/cdn/${file}`))).toEqual([]);
});

test('every import the documents show is an entry of the package', () => {
  const entries = Object.keys(pack.exports).map((entry) => entry.replace(/^\./, pack.name));
  const shown = [...texts].flatMap(([file, text]) =>
    [...text.matchAll(/['`](limio-offers(?:\/[\w.-]+)*)['`]/g)].map(([, entry]) => `${file}: ${entry}`),
  );
  expect(shown.length).toBeGreaterThan(10);
  expect(shown.filter((each) => !entries.includes(each.split(': ')[1]!))).toEqual([]);
});

const decisions = files.filter((file) => /^docs\/decisions\/(?!README)/.test(file));

test('there are decisions', () => expect(decisions.length).toBeGreaterThanOrEqual(13));

test.for(decisions)('%s has at most ten lines and all four parts', (file) => {
  const text = texts.get(file)!;
  expect(text.trim().split('\n').length).toBeLessThanOrEqual(10);
  for (const part of ['Context', 'Decision', 'Consequence', 'Turned down'])
    expect(text).toContain(`**${part}.**`);
});

test('the plugin for WordPress lets every attribute through; `npm run docs` brings it up to date', () => {
  const plugin = readFileSync(PLUGIN, 'utf8');
  expect(plugin).toBe(withAttributeNames(plugin));
  expect(plugin).toContain('promo-code');
});
