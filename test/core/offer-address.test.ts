import { expect, test } from 'vitest';
import { offerAddress } from '../../src/core/link/offer-address.ts';

const page = 'https://www.example.com/fr/pricing';

// prettier-ignore
const addresses: Array<[href: string, onPage: string | undefined, fromBackend: string | undefined]> = [
  ['https://other.example/cart?x=1#y',   'https://other.example/cart?x=1#y',      'https://other.example/cart?x=1#y'],
  ['http://localhost:3000/cart',         'http://localhost:3000/cart',            undefined],
  ['/contact',                           'https://www.example.com/contact',       undefined],
  ['contact',                            'https://www.example.com/fr/contact',    undefined],
  ['#talk',                              'https://www.example.com/fr/pricing#talk', undefined],
  ['mailto:sales@example.com',           'mailto:sales@example.com',              undefined],
  ['tel:+4930123',                       'tel:+4930123',                          undefined],
  ['http://other.example/cart',          undefined,                               undefined],
  ['javascript:alert(1)',                undefined,                               undefined],
  ['java\tscript:alert(1)',              undefined,                               undefined],
  ['data:text/html,x',                   undefined,                               undefined],
  ['blob:https://other.example/x',       undefined,                               undefined],
  ['blob:https://www.example.com/x',     undefined,                               undefined],
  ['https://good.example@evil.example/', undefined,                               undefined],
  ['undefined',                          undefined,                               undefined],
  ['https://other.example/{{ path }}',   undefined,                               undefined],
  [`https://other.example/${'x'.repeat(2000)}`, undefined,                        undefined],
  ['https://',                           undefined,                               undefined],
];
test.for(addresses)('%s leads where it may', ([href, onPage, fromBackend]) => {
  expect(offerAddress(href, page)).toBe(onPage);
  expect(offerAddress(href)).toBe(fromBackend);
});

test('a page on plain http may lead to itself', () => {
  expect(offerAddress('/contact', 'http://intranet/pricing')).toBe('http://intranet/contact');
});
