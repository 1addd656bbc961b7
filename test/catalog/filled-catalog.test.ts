import { expect, test } from 'vitest';
import { filledCatalog } from '../../src/catalog/filled-catalog.ts';
import { readAnyList } from '../../src/catalog/read-any-list.ts';
import { mayBeDamaged } from '../../src/core/offer/may-be-damaged.ts';

const NOTHING = [
  ...['undefined', 'null', 'NaN', 'None', ' undefined ', '[object Object]', 'Pro [object Object]'],
  ...['{{ name }}', '{{name|title}}', '${name}', '#{name}', '{name}', '{!name}', '<%= name %>', '{% name %}'],
  ...['[[name]]', '%%name%%', '%{name}', '*|NAME|*'],
];
test.for(NOTHING)('What a template prints for nothing is no word of an offer: %s', (nothing) => {
  const unfilled = {
    name: nothing,
    badge: nothing,
    summary: nothing,
    features: [nothing, 'One'],
    image: nothing,
  };
  const list = [{ path: '/offers2/A', ...unfilled, displayPrice: [{ text: 'Ask us' }] }];
  expect(mayBeDamaged(list) || nothing.startsWith('Pro')).toBe(true);
  const { offers, dropped } = readAnyList(list);
  expect(offers).toEqual([
    { path: '/offers2/A', name: 'A', displayPrice: [{ text: 'Ask us' }], features: ['One'] },
  ]);
  expect(dropped.map(({ code }) => code)).toEqual(['attribute_invalid']);
  expect(dropped[0]!.message).toContain(`name: ${nothing.trim()}`);
});

test('Nor is it a word of a reply of Limio', () => {
  const attributes = { display_name__limio: 'undefined', badge_text__limio: 'null', cta_text__limio: 'NaN' };
  const { offers } = readAnyList({ items: [{ path: '/offers2/A', name: 'A', data: { attributes } }] });
  expect(offers).toEqual([{ path: '/offers2/A', name: 'A' }]);
});

// https://docs.limio.com (offer attributes): what Limio itself fills in of a price, in a piece of text by itself.
const MARKS = ['formattedPrice', 'formattedPriceComma', 'amount', 'currencyCode', 'currencySymbolNative'];
test.for([...MARKS, 'integerValue', 'decimalValue'])(
  'The price that Limio fills in is kept: {{%s}}',
  (mark) => {
    const attributes = {
      display_price__limio: `<p><strong>{{${mark}}}</strong> per seat</p>`,
      cta_text__limio: 'NaN',
    };
    const price = { price__limio: [{ value: '59.00', currencyCode: 'USD' }] };
    const data = { attributes: { ...attributes, ...price } };
    const { offers } = readAnyList({ items: [{ path: '/offers2/A', name: 'A', data }] });
    expect(offers[0]!.displayPrice).toMatchObject([
      { text: `{{${mark}}}`, style: 'strong' },
      { text: ' per seat' },
    ]);
    expect(offers[0]!.cta).toBeUndefined();
  },
);

const WORDS = [
  ...['Null Island', 'None better', 'undefined behaviour', 'NaNny', 'nullable', 'null/void', '{29} a month'],
  ...['[New]', '#1 plan', '*new*', '<Pro>', '100%', 'Hello {{ name }}', '$29', '%', '{', '[[', 'null | void'],
];
test.for(WORDS)('Words that are like nothing are kept: %s', (words) => {
  const offers = [{ path: '/offers2/A', name: words, features: [words] }];
  expect(filledCatalog({ offers, dropped: [] })).toEqual({ offers, dropped: [] });
});
