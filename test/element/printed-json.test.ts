import { expect, test } from 'vitest';
import { anchor, drawn, href, hrefs, isSeen, noise, place, tag, texts } from './fixtures.ts';

const price = { amount: '29.00', currency: 'EUR', interval: 'month' };
const LIST = JSON.stringify([
  { path: '/offers2/A', name: 'A', price },
  { path: '/offers2/B', name: 'B', price },
]);
const curly = LIST.replace(/"([^"]*)"/g, '“$1”');
const lines = JSON.stringify(JSON.parse(LIST), undefined, 2);

// prettier-ignore
const kept: Array<[by: string, markup: string]> = [
  ['a filter',                     LIST],
  ['an editor with paragraphs',    `<p>${LIST}</p>`],
  ['an editor that writes quotes', `<p>${curly}</p>`],
  ['a paragraph for each offer',   `<p>[</p>${LIST.slice(1, -1).split(/,(?=\{"path)/).map((one) => `<p>${one}</p>`).join('<p>,</p>')}<p>]</p>`],
  ['line breaks',                  `<p>${lines.replaceAll('\n', '<br />\n')}</p>`],
  ['a block of code',              `<pre><code class="language-json">${lines}</code></pre>`],
  ['a block editor',               `<!-- wp:paragraph --><p>${LIST}</p><!-- /wp:paragraph -->`],
  ['a filter, beside links',       `${LIST}<p>${anchor('C')}</p>`],
  ['a filter, as a document',      `{"offers": ${LIST}}`],
];
test.for(kept)('A list whose script is gone and whose text was kept sells: by %s', async ([, markup]) => {
  const heard = noise();
  const el = place(tag('lang="en"', markup));
  await expect.poll(() => hrefs(el)).toEqual([href('A'), href('B')]);
  expect(texts(el, 'name')).toEqual(['A', 'B']);
  expect(texts(el, 'amount')).toEqual(['€29', '€29']);
  expect(el.textContent!.match(/path/g)).toHaveLength(2);
  for (const child of el.children) expect(isSeen(child)).toBe(false);
  expect(heard).toEqual([]);
});

// prettier-ignore
const others: Array<[what: string, markup: string]> = [
  ['what cannot be read',          '<p>[{"path":"/offers2/A", "name":</p>'],
  ['another list',                 '<p>[{"name":"path to /offers2/A"}]</p>'],
  ['a sentence',                   '<p>[The path to our /offers page]</p>'],
];
test.for(others)('Text that is no list stays as it is: %s', async ([, markup]) => {
  const el = place(tag('lang="en"', markup + anchor('C')));
  const before = el.innerHTML;
  await drawn(el);
  expect(hrefs(el)).toEqual([href('C')]);
  expect(el.innerHTML).toBe(before);
  expect(isSeen(el.querySelector('p')!)).toBe(true);
});
