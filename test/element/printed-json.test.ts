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

test('so does one that an editor has moved out of the tag', async () => {
  const el = place(`${tag('lang="en"', ' ')}<p>${curly}</p>`);
  await expect.poll(() => hrefs(el)).toEqual([href('A'), href('B')]);
  expect(isSeen(el.nextElementSibling!)).toBe(false);
});

test.for([`<pre><code>${LIST}</code></pre>`, `<p><code>${LIST}</code></p>`])(
  'A list that the page shows as code stays: %s',
  async (code) => {
    const el = place(tag('lang="en"') + code);
    await drawn(el);
    await expect.poll(() => isSeen(el.nextElementSibling!)).toBe(true);
    expect(hrefs(el)).toEqual([]);
  },
);

test('A list behind a tag that has its offers stays', async () => {
  const el = place(`${tag(`lang="en" offers='[{"path":"/offers2/C"}]'`)}<p>${LIST}</p>`);
  await drawn(el);
  await expect.poll(() => hrefs(el)).toEqual([href('C')]);
  expect(isSeen(el.nextElementSibling!)).toBe(true);
});

test.for(['p', 'script type="text/plain"'])(
  'However long a list of others behind the tag is, cards come: <%s>',
  async (name) => {
    const others = JSON.stringify(
      Array.from({ length: 60_000 }, (_, n) => ({ path: `/articles/${n}`, name: 'An article' })),
    );
    const el = place(`${tag('lang="en"', anchor('A'))}<${name}>${others}</${name.split(' ')[0]}>`);
    await expect.poll(() => hrefs(el)).toEqual([href('A')]);
  },
);

// prettier-ignore
const attributes: Array<[by: string, markup: string, amount: string[]]> = [
  ['MkDocs',             `<p>${anchor('A')}{: data-price="29" data-currency="EUR" }</p>`, ['€29']],
  ['Material for MkDocs', `<p>${anchor('A')}{ .md-button .md-button--primary }</p>`,      []],
  ['kramdown',           `<p>${anchor('A')}\n{: .button}</p>`,                            []],
  ['Pandoc',             `<p>${anchor('A')}{data-price=29 data-currency=EUR}</p>`,        ['€29']],
];
test.for(attributes)(
  'Attributes of Markdown that were printed are no text: %s',
  async ([, markup, amount]) => {
    const el = place(tag('lang="en"', markup));
    await expect.poll(() => hrefs(el)).toEqual([href('A')]);
    expect([texts(el, 'name'), texts(el, 'amount')]).toEqual([['A'], amount]);
    expect(el.textContent).not.toContain('{');
  },
);

test('Braces behind a link that hold no attributes stay', async () => {
  const el = place(tag('lang="en"', `<p>${anchor('A')} { .5 of all }</p>`));
  await drawn(el);
  expect(el.textContent).toContain('{ .5 of all }');
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
