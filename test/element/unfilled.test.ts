import { expect, test } from 'vitest';
import { drawn, href, hrefs, offer, place, serve, tag, texts } from './fixtures.ts';

test.for(['src="/offers.json"', 'backend="/limio"'])(
  'What a template prints for nothing is no word on a card of a list from %s',
  async (attribute) => {
    const unfilled = { name: 'undefined', summary: 'NaN', badge: 'null', cta: '[object Object]' };
    serve(() => Response.json([{ path: '/offers2/A', ...unfilled }, offer('B')]));
    const el = place(tag(attribute));
    await drawn(el);
    expect(texts(el, 'name')).toEqual(['A', 'B']);
    expect(hrefs(el)).toEqual([href('A'), href('B')]);
    expect(el.shadowRoot!.textContent).not.toMatch(/NaN|undefined|null|\[object/);
  },
);

const UNFILLED = {
  name: 'undefined',
  summary: 'NaN',
  badge: '{{ badge }}',
  cta: '[object Object]',
  features: ['null', 'One'],
};
const LIST = JSON.stringify([
  { path: '/offers2/A', ...UNFILLED },
  { path: '/offers2/B', name: 'B' },
]);
// prettier-ignore
const lists: Array<[place: string, markup: string, properties?: Record<string, unknown>]> = [
  ['a script of the page',    tag('', `<script type="application/json">${LIST}</script>`)],
  ['an attribute',            tag(`offers='${LIST}'`)],
  ['a property',              tag(), { offers: JSON.parse(LIST) }],
];
test.for(lists)('nor on a card of a list in %s', async ([, markup, properties]) => {
  const el = place(markup, properties);
  await drawn(el);
  expect(texts(el, 'name')).toEqual(['A', 'B']);
  expect(texts(el, 'feature')).toEqual(['One']);
  expect(hrefs(el)).toEqual([href('A'), href('B')]);
  expect(el.shadowRoot!.textContent).not.toMatch(/NaN|undefined|null|\[object|\{/);
});

test('nor on a card of a reply of Limio', async () => {
  const attributes = {
    display_name__limio: '{{ name }}',
    badge_text__limio: 'null',
    cta_text__limio: 'undefined',
  };
  serve(() => Response.json({ items: [{ path: '/offers2/A', name: 'A', data: { attributes } }] }));
  const el = place(tag('src="/reply.json"'));
  await drawn(el);
  expect(texts(el, 'name')).toEqual(['A']);
  expect(el.shadowRoot!.textContent).not.toMatch(/undefined|null|\{/);
});
