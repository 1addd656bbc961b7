import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { offer as contract } from '../../src/contract/offers.ts';
import { readInterval } from '../../src/core/offer/plain-offer.ts';
import { readOffer, readPrice } from '../../src/core/offer/read-offer.ts';

const path = '/offers2/Pro Plan';

describe('readOffer', () => {
  // prettier-ignore
  const fields: Array<[behaviour: string, given: object, read: object]> = [
    ['takes the name from the path',                   { },                                                { name: 'Pro Plan' }],
    ['keeps a name',                                   { name: ' Pro ' },                                  { name: 'Pro' }],
    ['does not take an empty name',                    { name: '  ' },                                     { name: 'Pro Plan' }],
    ['does not take a number for a name',              { name: 7 },                                        { name: 'Pro Plan' }],
    ['keeps markup as the text it is',                 { summary: '<b>x</b>' },                            { summary: '<b>x</b>' }],
    ['leaves no blank where it cuts',                  { summary: `${'x'.repeat(1999)} y` },               { summary: 'x'.repeat(1999) }],
    ['cuts a text that never ends',                    { summary: 'x'.repeat(9000) },                      { summary: 'x'.repeat(2000) }],
    ['reads an amount that is a number',               { price: { amount: 29.5, currency: 'EUR' } },       { price: { amount: '29.5', currency: 'EUR' } }],
    ['keeps the zeros of an amount',                   { price: { amount: '29.00', currency: 'EUR' } },    { price: { amount: '29.00', currency: 'EUR' } }],
    ['writes a currency in capitals',                  { price: { amount: '1', currency: 'eur' } },        { price: { amount: '1', currency: 'EUR' } }],
    ['reads a struck price, an interval, a "from"',    { price: { amount: 1, currency: 'EUR', was: '2', interval: 'month', isFrom: 'true' } }, { price: { amount: '1', currency: 'EUR', interval: { unit: 'month', count: 1 }, was: '2', isFrom: true } }],
    ['reads a trial',                                  { price: { amount: 9, currency: 'EUR', intro: { amount: 0, duration: '14 days' } } },   { price: { amount: '9', currency: 'EUR', intro: { amount: '0', duration: { unit: 'day', count: 14 } } } }],
    ['leaves out an introduction without an end',      { price: { amount: 9, currency: 'EUR', intro: { amount: 0 } } }, { price: { amount: '9', currency: 'EUR' } }],
    ['leaves out a price whose interval it cannot read', { price: { amount: '29', currency: 'EUR', interval: 'fortnight' } }, { }],
    ['reads what is charged beside a price',           { price: { amount: 9, currency: 'EUR', additional: [{ amount: 5 }, { amount: '1', interval: 'year' }] } }, { price: { amount: '9', currency: 'EUR', additional: [{ amount: '5' }, { amount: '1', interval: { unit: 'year', count: 1 } }] } }],
    ['leaves out a price beside which something is charged that it cannot read', { price: { amount: 9, currency: 'EUR', additional: [{ amount: '5 €' }] } }, { }],
    ['leaves out a price that is no number',           { price: { amount: '29 €', currency: 'EUR' } },     { }],
    ['leaves out a price that is negative',            { price: { amount: -1, currency: 'EUR' } },         { }],
    ['leaves out a price that is not finite',          { price: { amount: Infinity, currency: 'EUR' } },   { }],
    ['leaves out a price with a comma',                { price: { amount: '29,00', currency: 'EUR' } },    { }],
    ['leaves out a price without a currency',          { price: { amount: '29' } },                        { }],
    ['leaves out a price with an odd currency',        { price: { amount: '29', currency: 'Euro' } },      { }],
    ['leaves out a price that is a text',              { price: '29 EUR' },                                { }],
    ['reads a display price that is a text',           { displayPrice: '€29 a month' },                    { displayPrice: [{ text: '€29 a month' }] }],
    ['reads a display price in pieces',                { displayPrice: ['was ', { text: '€39', style: 'struck' }, { text: '€29', style: 'strong' }] }, { displayPrice: [{ text: 'was ' }, { text: '€39', style: 'struck' }, { text: '€29', style: 'strong' }] }],
    ['drops a style nobody knows',                     { displayPrice: [{ text: '€29', style: 'url(x)' }] }, { displayPrice: [{ text: '€29' }] }],
    ['leaves out a display price of blanks',           { displayPrice: [{ text: ' ' }, null, 3] },         { }],
    ['reads features that are texts',                  { features: [' a ', 7, '', null, 'b'] },            { features: ['a', 'b'] }],
    ['reads features with more to say',                { features: [{ text: ' a ', hint: 'b', included: false, value: 'c', group: 'd', x: 1 }, { hint: 'b' }, { text: 'e', included: 'perhaps' }] }, { features: [{ text: 'a', hint: 'b', included: false, value: 'c', group: 'd' }, { text: 'e' }] }],
    ['reads a no as programs and tables write it',      { features: [{ text: 'a', included: 'no' }, { text: 'b', included: 'False' }, { text: 'c', value: false }, { text: 'd', value: '✗' }, { text: 'e', value: 'No limit' }] }, { features: [{ text: 'a', included: false }, { text: 'b', included: false }, { text: 'c', included: false }, { text: 'd', included: false, value: '✗' }, { text: 'e', value: 'No limit' }] }],
    ['reads how much as a number',                      { features: [{ text: 'a', value: 10 }, { text: 'b', value: 0 }, { text: 'c', value: true }] }, { features: [{ text: 'a', value: '10' }, { text: 'b', value: '0' }, { text: 'c', included: true }] }],
    ['leaves out features that are no list',           { features: 'a' },                                  { }],
    ['reads a mark that is a text',                    { highlighted: 'true' },                            { highlighted: true }],
    ['leaves out a mark that is "false"',              { highlighted: 'false' },                           { }],
    ['reads a quantity',                               { quantity: { initial: 2, min: 1, max: 9, step: 1 } }, { quantity: { initial: 2, min: 1, max: 9, step: 1 } }],
    ['begins with a quantity that its steps reach',     { quantity: { initial: 8, min: 1, max: 20, step: 5 } }, { quantity: { initial: 6, min: 1, max: 20, step: 5 } }],
    ['leaves out a quantity that contradicts itself',  { quantity: { initial: 0, min: 1, max: 9, step: 1 } }, { }],
    ['leaves out a quantity in fractions',             { quantity: { initial: 1, min: 1, max: 1.5, step: 1 } }, { }],
    ['leaves out a quantity of texts',                 { quantity: { initial: '1', min: '1', max: '9', step: '1' } }, { }],
    ['keeps an instant',                               { from: '2026-01-01T00:00:00Z' },                   { from: '2026-01-01T00:00:00Z' }],
    ['writes countries as ISO has them',                { countries: ['de', 'UK'] },                        { countries: ['DE', 'GB'] }],
    ['leaves out a key nobody knows',                  { onclick: 'alert(1)', data: { path: '/other' } },  { }],
  ];
  test.for(fields)('%s', ([, given, read]) => {
    expect(readOffer({ path, ...given })).toEqual({ path, name: 'Pro Plan', ...read });
  });

  // prettier-ignore
  const names: Array<[path: string, name: string]> = [
    ['/offers2/Pro\u00a0',  'Pro'],
    ['/ Pro',              'Pro'],
    ['/offers2/Pro/',      '/offers2/Pro/'],
    ['/offers2/ ',         '/offers2/ '],
  ];
  test.for(names)('calls the offer at %j %j, where nothing else names it', ([path, name]) => {
    expect(readOffer({ path })).toEqual({ path, name });
  });

  // prettier-ignore
  const others: Array<[behaviour: string, given: unknown]> = [
    ['nothing',                        undefined],
    ['null',                           null],
    ['a text',                         path],
    ['a number',                       7],
    ['a list',                         [path]],
    ['an offer without a path',        { name: 'Pro' }],
    ['a path that is a list',          { path: [path] }],
    ['an empty path',                  { path: '' }],
    ['the root',                       { path: '/' }],
    ['a path without its slash',       { path: 'offers2/Pro' }],
    ['a script for a path',            { path: 'javascript:alert(1)' }],
    ['a path with a line break',       { path: '/offers2/Pro\n' }],
    ['a path with half a character',   { path: '/offers2/\ud83d' }],
    ['Limio\'s own shape',             { name: 'Pro', data: { path } }],
  ];
  test.for(others)('does not take %s for an offer', ([, given]) => {
    expect(readOffer(given)).toBeUndefined();
  });

  test('leaves the prototype of objects alone', () => {
    const hostile = '{"path":"/x","__proto__":{"planted":1},"constructor":{"prototype":{"planted":1}}}';
    expect(readOffer(JSON.parse(hostile))).toEqual({ path: '/x', name: 'x' });
    expect({}).not.toHaveProperty('planted');
  });

  /** Values that are sometimes of the right kind, so that readers are reached at all. */
  const near = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom('29.00', 'EUR', 'month', '3 months', 'true', '2026-01-01', 1, 29, true),
    fc.record({ amount: fc.constantFrom('29', 29, -1, 'x'), currency: fc.constantFrom('eur', 'EUR', 1) }),
    fc.record({
      amount: fc.nat(),
      currency: fc.constant('usd'),
      interval: fc.jsonValue(),
      was: fc.jsonValue(),
    }),
    fc.array(fc.record({ text: fc.string(), style: fc.constantFrom('strong', 'struck', 'x') })),
  );
  const NAMES = Object.keys(contract.shape).filter((name) => name !== 'path');
  const likeAnOffer = fc.dictionary(fc.constantFrom(...NAMES), near, { noNullPrototype: true });
  const goodPath = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 30 })
    .filter((rest) => !/[\p{Cc}\p{Cs}]/u.test(rest))
    .map((rest) => `/${rest}`);

  test('never throws, whatever JSON it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = readOffer(value);
        expect(read === undefined || read.path.startsWith('/')).toBe(true);
      }),
    );
  });

  test('keeps the path as it is, and gives only what the contract allows', () => {
    fc.assert(
      fc.property(goodPath, likeAnOffer, (path, rest) => {
        const read = readOffer({ ...rest, path });
        expect(read?.path).toBe(path);
        expect(contract.safeParse(read)).toMatchObject({ success: true });
      }),
      { numRuns: 500 },
    );
  });

  test('gives the same when its result is read again', () => {
    fc.assert(
      fc.property(goodPath, likeAnOffer, (path, rest) => {
        const read = readOffer({ ...rest, path });
        expect(readOffer(JSON.parse(JSON.stringify(read)))).toEqual(read);
      }),
    );
  });
});

describe('readPrice', () => {
  test.for([
    undefined,
    null,
    29,
    '29',
    [],
    [29, 'EUR'],
    { amount: null, currency: null },
    { amount: 1e21, currency: 'EUR' },
  ])('reads no price from %j', (given) => {
    expect(readPrice(given)).toBeUndefined();
  });
});

describe('readInterval', () => {
  // prettier-ignore
  const spans: Array<[given: unknown, unit: string | undefined, count?: number]> = [
    ['month',                       'month', 1],
    ['months',                      'month', 1],
    ['monthly',                     'month', 1],
    ['per month',                   'month', 1],
    ['every 2 weeks',               'week',  2],
    ['Yearly',                      'year',  1],
    ['Month',                       'month', 1],
    [' 3 months ',                  'month', 3],
    ['1 YEAR',                      'year',  1],
    ['2weeks',                      'week',  2],
    ['14 days',                     'day',   14],
    [{ unit: 'year', count: 2 },    'year',  2],
    [{ unit: 'years' },             'year',  1],
    [{ unit: 'week', count: '4' },  'week',  4],
    ['0 months',                    undefined],
    ['-1 months',                   undefined],
    ['1.5 months',                  undefined],
    ['99999 days',                  undefined],
    ['quarter',                     undefined],
    ['month, month',                undefined],
    ['',                            undefined],
    [3,                             undefined],
    [null,                          undefined],
    [{ unit: 'month', count: 0 },   undefined],
    [{ unit: 'month', count: [] },  'month', 1],
    [{ count: 3 },                  undefined],
  ];
  test.for(spans)('%j: %s %s', ([given, unit, count]) => {
    expect(readInterval(given)).toEqual(unit && { unit, count });
  });
});
