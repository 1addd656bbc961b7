import { expect, test } from 'vitest';
import { isForSale, type Market } from '../../src/core/offer/is-for-sale.ts';
import type { Offer } from '../../src/core/offer/offer.ts';

const NOW = Date.parse('2026-06-15T12:00:00Z');
const [BEFORE, AFTER] = ['2026-06-01T00:00:00Z', '2026-07-01T00:00:00Z'];

// prettier-ignore
const table: Array<[behaviour: string, offer: Partial<Offer>, market: Partial<Market>, isForSale: boolean]> = [
  ['an offer without limits is',                 {},                                 { country: 'DE' },  true],
  ['before its first instant it is not',         { from: AFTER },                    {},                 false],
  ['from its first instant on it is',            { from: BEFORE },                   {},                 true],
  ['until its last instant it is',               { until: AFTER },                   {},                 true],
  ['after its last instant it is not',           { until: BEFORE },                  {},                 false],
  ['a start that cannot be read decides nothing', { from: 'tomorrow' },              {},                 true],
  ['an end that cannot be read decides nothing', { until: 'yesterday' },             {},                 true],
  ['in one of its countries it is',              { countries: ['FR', 'DE'] },        { country: 'DE' },  true],
  ['in another country it is not',               { countries: ['FR'] },              { country: 'DE' },  false],
  ['where the country is unknown it is',         { countries: ['FR'] },              { country: '' },    true],
  ['an empty list of countries is none',         { countries: [] },                  { country: 'DE' },  true],
  ['under its label it is',                      { labels: ['a', 'b'] },             { label: 'b' },     true],
  ['under another label it is not',              { labels: ['a'] },                  { label: 'b' },     false],
  ['without labels it is under none',            {},                                 { label: 'b' },     false],
  ['where no label is asked for it is',          { labels: ['a'] },                  { label: '' },      true],
];
test.for(table)('%s', ([, fields, market, expected]) => {
  const offer = { path: '/offers2/A', name: 'A', ...fields };
  expect(isForSale(offer, { now: NOW, ...market })).toBe(expected);
});
