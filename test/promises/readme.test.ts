import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { withTables } from '../../build/readme-tables.ts';
import pack from '../../package.json' with { type: 'json' };

const readme = readFileSync('README.md', 'utf8');

test('the tables of the README say what the source says; `npm run docs` brings them up to date', () => {
  expect(readme).toBe(withTables(readme));
});

// prettier-ignore
const tables = ['attributes', 'methods', 'events', 'slots', 'parts', 'properties', 'errors', 'assumptions'];

test.for(tables)('the README has the table of %s', (name) => {
  expect(readme).toContain(`<!-- table:${name} -->`);
});

test('every script the documents name is there', () => {
  const documents = [readme, ...['CONTRIBUTING.md'].map((file) => readFileSync(file, 'utf8'))];
  const named = documents.flatMap((text) =>
    [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name!),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((name) => !(name in pack.scripts))).toEqual([]);
});

test('every file the README points to is there', () => {
  const paths = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, path]) => path!);
  expect(paths.length).toBeGreaterThan(0);
  expect(paths.filter((path) => !existsSync(path))).toEqual([]);
});

test('every script file the README loads is built', () => {
  const files = [...readme.matchAll(/limio-offers\/[\d.]+\/([\w.-]+)/g)].map(([, file]) => file!);
  expect(files).toContain('offers-controller.js');
  expect(files.filter((file) => !existsSync(`dist/cdn/${file}`))).toEqual([]);
});

test('every import the README shows is an entry of the package', () => {
  const entries = Object.keys(pack.exports).map((entry) => entry.replace(/^\./, pack.name));
  const shown = [...readme.matchAll(/'(limio-offers(?:\/[\w.-]+)*)'/g)].map(([, entry]) => entry!);
  expect(shown.filter((entry) => !entries.includes(entry))).toEqual([]);
});

test('the first screen has the picture, the snippet and the two lines', () => {
  const first = readme.split('\n## ')[0]!;
  for (const part of [
    'demo/picture.png',
    '<limio-offers',
    'npm install && npm start',
    'npm install && npm test',
  ])
    expect(first).toContain(part);
});

test('the decisions are ten lines at most, each with all four parts', () => {
  const chapter = readme.split('\n## Decisions\n')[1]!.split('\n## ')[0]!;
  const decisions = chapter.split('\n### ').slice(1);
  expect(decisions.length).toBeGreaterThanOrEqual(9);
  for (const decision of decisions) {
    expect(decision.trim().split('\n').length, decision).toBeLessThanOrEqual(10);
    for (const part of ['Context', 'Decision', 'Consequence', 'Turned down'])
      expect(decision).toContain(`**${part}.**`);
  }
});
