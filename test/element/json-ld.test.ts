import { fixtureSync } from '@open-wc/testing';
import { expect, onTestFinished, test } from 'vitest';
import { anchor, offer, place, show, tag } from './fixtures.ts';

/** What the page says to search engines by script, each script's products by name. */
const said = (): string[][] =>
  [...document.querySelectorAll('script[type="application/ld+json"]')].map((script) =>
    (JSON.parse(script.textContent!) as { '@graph': { name: string }[] })['@graph'].map(({ name }) => name),
  );

/** Puts what the page says itself into its head. */
function pageSays(html: string): void {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  const nodes = [...holder.childNodes];
  document.head.append(...nodes);
  onTestFinished(() => nodes.forEach((node) => node.remove()));
}

const priced = 'data-price="29" data-currency="EUR" data-interval="month"';

test('offers are described where it is asked for', async () => {
  await show(tag('json-ld', anchor('A', priced) + anchor('B', priced)));
  await expect.poll(said).toEqual([['A', 'B']]);
});

test('and nowhere else', async () => {
  const el = await show(tag('', anchor('A', priced)));
  await el.updateComplete;
  expect(said()).toEqual([]);
});

test('other offers take the place of the first', async () => {
  const el = await show(tag('json-ld'), { offers: [offer('A')] });
  await expect.poll(said).toEqual([['A']]);
  el.offers = [offer('C')];
  await expect.poll(said).toEqual([['C']]);
});

test('it goes with the element, and comes back with it', async () => {
  const el = await show(tag('json-ld', anchor('A', priced)));
  await expect.poll(said).toEqual([['A']]);
  el.remove();
  expect(said()).toEqual([]);
  fixtureSync<HTMLElement>('<div></div>').append(el);
  await expect.poll(said).toEqual([['A']]);
});

test('two elements with the same offers say it once', async () => {
  await show(tag('json-ld', anchor('A', priced)));
  await expect.poll(said).toEqual([['A']]);
  const second = place(tag('json-ld', anchor('A', priced) + anchor('B', priced)));
  await expect.poll(said).toEqual([['A'], ['B']]);
  second.remove();
});

const product = { '@type': 'Product', name: 'A' };
// prettier-ignore
const page: Array<[where: string, html: string]> = [
  ['a script',                     `<script type="application/ld+json">${JSON.stringify(product)}</script>`],
  ['a graph, among other types',   `<script type="application/ld+json">${JSON.stringify({ '@graph': [{ '@type': ['Thing', 'Product'], name: 'A' }] })}</script>`],
  ['a part of something else',     `<script type="application/ld+json">${JSON.stringify({ '@type': 'WebPage', mainEntity: product })}</script>`],
  ['a group of products',          `<script type="application/ld+json">${JSON.stringify({ ...product, '@type': 'ProductGroup' })}</script>`],
  ['a type with a prefix',         `<script type="application/ld+json; charset=utf-8">${JSON.stringify({ '@type': 'schema:Product', name: [{ '@value': 'A' }] })}</script>`],
  ['an offer of a program',        `<script type="application/ld+json">${JSON.stringify({ '@type': 'WebApplication', name: 'X', offers: [{ '@type': 'Offer', name: 'A' }] })}</script>`],
  ['RDFa',                         '<div vocab="https://schema.org/" typeof="Product"><span property="name"> A\n</span></div>'],
  ['microdata of two types',       '<div itemscope itemtype="https://schema.org/Product https://schema.org/Book"><meta itemprop="name" content="A"></div>'],
  ['microdata',                    '<div itemscope itemtype="https://schema.org/Product"><span itemprop="name">A</span></div>'],
];
test.for(page)('a product that the page describes itself in %s is left to it', async ([, html]) => {
  pageSays(html);
  const before = document.querySelectorAll('script[type="application/ld+json"]').length;
  await show(tag('json-ld', anchor('A', priced) + anchor('B', priced)));
  await expect
    .poll(() => [...document.querySelectorAll('script[type="application/ld+json"]')].slice(before).length)
    .toBe(1);
  const [ours] = [...document.querySelectorAll('script[type="application/ld+json"]')].slice(before);
  expect(ours!.textContent).toContain('"name":"B"');
  expect(ours!.textContent).not.toContain('"name":"A"');
});

test('data that cannot be read keeps nothing from being said', async () => {
  pageSays('<script type="application/ld+json">{</script>');
  await show(tag('json-ld', anchor('A', priced)));
  await expect.poll(() => document.head.innerHTML).toContain('"name":"A"');
});

test('its addresses hold nothing of the visit', async () => {
  history.replaceState(null, '', '?utm_source=news');
  onTestFinished(() => history.replaceState(null, '', location.pathname));
  await show(tag('json-ld promo-code="save20"', anchor('A', priced)));
  await expect.poll(said).toEqual([['A']]);
  expect(document.head.innerHTML).toContain('pc=SAVE20');
  expect(document.head.innerHTML).not.toContain('utm_source');
});
