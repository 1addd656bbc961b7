import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { examineMarkup } from '../../src/doctor/examine-markup.ts';
import { readPage } from '../../src/doctor/page/page.ts';

/** Pages that are broken on purpose, and what is wrong with each. */
const BROKEN: Record<string, string[]> = {
  'editors/author.html': ['tag_missing'],
  'editors/self-closed.html': ['tag_broken'],
};
const PAGES = [
  'index.html',
  'marketing.html',
  'assisted.html',
  'chats.html',
  'editors.html',
  ...['attributes', 'author', 'consent', 'paragraphs', 'quotes', 'self-closed', 'tag-manager'].map(
    (name) => `editors/${name}.html`,
  ),
];
test.for(PAGES)('the demo page %s is told as it is', (page) => {
  const { findings } = examine(readFileSync(`demo/${page}`, 'utf8'));
  expect(findings.map(({ code }) => code)).toEqual(BROKEN[page] ?? []);
});

test('the snippets of the README are right', () => {
  const [, snippet] = /```html\n([^]*?)```/.exec(readFileSync('README.md', 'utf8'))!;
  expect(examine(snippet!).findings).toEqual([]);
});

const examine = (html: string) =>
  examineMarkup(readPage(html, { url: 'https://www.example.com/page' }), Date.now());
