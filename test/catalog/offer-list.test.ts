import { expect, test } from 'vitest';
import { isWritten, isLimioReply, parseOfferList } from '../../src/catalog/offer-list.ts';
import * as written from '../../src/catalog/written-offer.ts';
import { limioItem, limioReply } from './limio-reply.ts';

const offer = { path: '/offers2/Pro', name: 'Pro' };

// prettier-ignore
const replies: Array<[behaviour: string, document: unknown, isReply: boolean]> = [
  ['knows a reply of Limio',                limioReply([limioItem()]),  true],
  ['knows an empty reply',                  limioReply([]),             true],
  ['knows the items of a reply',            [limioItem()],              true],
  ['knows one item among our offers',       [offer, limioItem()],       true],
  ['does not mistake our list for one',     [offer],                    false],
  ['does not mistake our document for one', { offers: [offer] },        false],
  ['does not mistake an empty list for one', [],                        false],
  ['does not mistake broken lists for one', [null, 5, 'data'],          false],
  ['does not mistake nothing for one',      undefined,                  false],
  ['does not mistake null for one',         null,                       false],
];
test.for(replies)('%s', ([, document, isReply]) => {
  expect(isLimioReply(document)).toBe(isReply);
});

test.for([[[offer]], [{ offers: [offer] }], [{ offers: [offer, { ...offer, name: 'Copy' }, 5] }]])(
  'reads our offers from %j',
  ([document]) => {
    expect(parseOfferList(document).offers).toEqual([offer]);
  },
);

test('names what it left out, and says how old the list is', () => {
  const catalog = parseOfferList({ offers: [offer, {}], asOf: '2026-11-21T10:00:00Z', stale: true });
  expect(catalog).toMatchObject({
    asOf: '2026-11-21T10:00:00Z',
    stale: true,
    dropped: [{ code: 'offer_unreadable' }],
  });
});

test.for([undefined, null, 'x', 5, {}, { offers: {} }, { offers: null }])('refuses %j', (document) => {
  expect(() => parseOfferList(document)).toThrow(expect.objectContaining({ code: 'json_invalid' }));
});

test('tells of records that are no offers', () => {
  const { offers, dropped } = parseOfferList([{ path: '/about' }, { path: '/add_ons/Seat' }, offer]);
  expect(offers).toEqual([offer]);
  expect(dropped.map(({ message }) => message)).toEqual([
    expect.stringContaining('"/about", was left out'),
    expect.stringContaining('"/add_ons/Seat", was left out'),
  ]);
});

// prettier-ignore
const kinds: Array<[behaviour: string, fields: object, read: object]> = [
  ['reads a price as people write it',             { price: { amount: '29,00 €', interval: 'monthly' } },              { price: { amount: '29.00', currency: 'EUR', interval: { unit: 'month', count: 1 } } }],
  ['shows a price that it cannot read as it is',   { price: { amount: '$29', interval: 'per fortnight' } },            { displayPrice: [{ text: '$29 per fortnight' }] }],
  ['keeps the words of the merchant above it',     { price: '29', displayPrice: 'Ask us' },                            { displayPrice: [{ text: 'Ask us' }] }],
];
test.for(kinds)('%s', ([, fields, read]) => {
  const list = [{ ...offer, ...fields }];
  expect(isWritten(list) && isWritten({ offers: list })).toBe(true);
  expect(parseOfferList(list, written).offers).toEqual([{ ...offer, ...read }]);
});

test('takes no list of plain prices for one of written prices', () => {
  const price = { amount: 29, currency: 'EUR', interval: 'month' };
  const plain = { ...offer, price, badge: 'None better', summary: 'Null Island, {{ summary }}' };
  expect(isWritten([plain, offer, 5]) || isWritten(null) || isWritten({})).toBe(false);
});
