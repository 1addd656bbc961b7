import { describe, expect, test } from 'vitest';
import manifest from '../../dist/custom-elements.json' with { type: 'json' };
import { readEmbedAddress, SAFE_ATTRIBUTES } from '../../src/frames/embed-address.ts';

const nothing = { attributes: {}, offers: [] };

describe('the address of an embed page', () => {
  // prettier-ignore
  const read: Array<[behaviour: string, search: string, settings: object]> = [
    ['sets attributes by their names',          '?shop=shop.example.com&promo-code=SAVE20',     { attributes: { shop: 'shop.example.com', 'promo-code': 'SAVE20' }, offers: [] }],
    ['switches on what has no value',           '?copy-link',                                   { attributes: { 'copy-link': '' }, offers: [] }],
    ['names offers, in their order',            '?offer=%2Fb%2FTwo&offer=/a/One%20and',         { attributes: {}, offers: ['/b/Two', '/a/One and'] }],
    ['sets a colour',                           '?accent=%230d6b57',                            { ...nothing, attributes: { accent: '#0d6b57' } }],
    ['names the page around it by its origin',  '?parent=https%3A%2F%2Fwww.example.com%2Fpage', { ...nothing, parent: 'https://www.example.com' }],
    ['takes the first of two',                  '?shop=one.example&shop=two.example',           { attributes: { shop: 'one.example' }, offers: [] }],
  ];
  test.for(read)('%s', ([, search, settings]) => {
    expect(readEmbedAddress(search)).toEqual(settings);
  });

  // prettier-ignore
  const passedOver: Array<[what: string, search: string]> = [
    ['who the customer is',         '?customer=%7B%22email%22%3A%22a%40b.example%22%7D&email=a@b.example'],
    ['a token',                     '?context=eyJhbGciOi&token=t'],
    ['a list of offers',            '?offers=%5B%7B%22path%22%3A%22%2Fx%22%7D%5D'],
    ['words',                       '?words=%7B%22cta%22%3A%22Free%22%7D'],
    ['attributes of every element', '?onclick=alert(1)&style=position:fixed&id=x&class=y&slot=z&is=w'],
    ['properties of every object',  '?__proto__=x&constructor=y&toString=z'],
    ['a parent without an origin',  '?parent=null'],
    ['a parent that is a script',   '?parent=javascript:alert(1)'],
    ['a value without end',         `?label=${'a'.repeat(2001)}`],
  ];
  test.for(passedOver)('cannot say: %s', ([, search]) => {
    expect(readEmbedAddress(search)).toEqual(nothing);
  });

  test('names no more than fifty offers', () => {
    expect(readEmbedAddress(`?${'offer=/x&'.repeat(60)}`).offers).toHaveLength(50);
  });
});

test('every attribute of the element is safe in an address, save those that hold words or lists', () => {
  const { attributes } = manifest.modules[0]!.declarations[0]!;
  const others = attributes.map(({ name }) => name).filter((name) => !SAFE_ATTRIBUTES.includes(name));
  expect(others.sort()).toEqual(['offers', 'words']);
});
