import { expect, test } from 'vitest';
import { readCharges, type Charges } from '../../src/catalog/charges.ts';
import { readRawItem } from '../../src/catalog/raw-item.ts';
import { charge, limioItem } from './limio-reply.ts';

const read = (charges: readonly object[]) =>
  readCharges(readRawItem(limioItem({ price__limio: charges }))?.data.attributes?.price__limio);

const month = { unit: 'month', count: 1 } as const;
const months3 = { unit: 'month', count: 3 } as const;
const eur = { amount: '29.00', currency: 'EUR', interval: month };
const later = { delay_interval: 3, delay_interval_type: 'months' };
const once = { type: 'onetime', repeat_interval: 1, repeat_interval_type: 'months' };
const tiers = (...prices: Array<[price: unknown, format?: string]>) => ({
  type: 'recurringVolume',
  value: undefined,
  tiers: prices.map(([price, price_format], i) => ({ price, price_format, starting_unit: i * 5 + 1 })),
});

// prettier-ignore
const prices: Array<[behaviour: string, charges: object[], price: Charges['price']]> = [
  ['reads an amount written as text',              [charge()],                                      eur],
  ['reads an amount written as a number',          [charge({ value: 29 })],                         { ...eur, amount: '29' }],
  ['reads a free plan',                            [charge({ value: '0.00' })],                     { ...eur, amount: '0.00' }],
  ['has no price for a dash',                      [charge({ value: '-' })],                        undefined],
  ['has no price without a value',                 [charge({ value: undefined })],                  undefined],
  ['has no price without a currency',              [charge({ currencyCode: undefined })],           undefined],
  ['has no price without charges',                 [],                                              undefined],
  ['does not believe the symbol of a currency',    [charge({ currencyCode: 'GBP', currency: { symbol: '$' } })], { ...eur, currency: 'GBP' }],
  ['does not take the currency from its symbol',   [charge({ currencyCode: undefined, currency: { id: 'GBP', symbol: '$' } })], undefined],
  ['reads an interval in the singular',            [charge({ repeat_interval_type: 'month' })],     eur],
  ['reads a quarter',                              [charge({ repeat_interval: '3' })],              { ...eur, interval: months3 }],
  ['reads sixty weeks',                            [charge({ repeat_interval: 60, repeat_interval_type: 'weeks' })], { ...eur, interval: { unit: 'week', count: 60 } }],
  ['reads one interval where no number is given',  [charge({ repeat_interval: undefined })],        eur],
  ['reads a single payment, however it is called', [charge({ ...once, type: 'one-time' })],         { amount: '29.00', currency: 'EUR' }],
  ['takes a charge of no type with no interval for a single payment', [charge({ type: undefined, repeat_interval_type: undefined })], { amount: '29.00', currency: 'EUR' }],
  ['never shows a subscription as a single payment', [charge({ repeat_interval_type: 'fortnights' })], undefined],
  ['has no price where another system sets it',    [charge({ use_external_price: true })],          undefined],
  ['has no price where another system sets a part', [charge(once), charge({ use_external_price: true, value: undefined })], undefined],
  ['passes over a price per unit of use',          [charge({ type: 'usage', value: '0.05' }), charge()], eur],

  ['takes the lowest price of a unit',             [charge(tiers(['12', 'PerUnit'], ['9', 'PerUnit'], ['10', 'PerUnit']))], { ...eur, amount: '9', isFrom: true }],
  ['compares the prices of units as numbers',      [charge(tiers(['9'], ['10']))],                  { ...eur, amount: '9', isFrom: true }],
  ['takes the first of flat fees',                 [charge(tiers(['99', 'FlatFee'], ['49', 'FlatFee']))], { ...eur, amount: '99', isFrom: true }],
  ['does not say "from" for one tier',             [charge(tiers([99, 'FlatFee']))],                { ...eur, amount: '99' }],
  ['passes over tiers without a price',            [charge(tiers([undefined], ['-'], ['10']))],     { ...eur, amount: '10' }],
  ['has no price where no tier has',               [charge(tiers([undefined], ['-']))],             undefined],

  ['makes an intro of what is charged once before', [charge({ ...once, value: '5.00' }), charge(later)], { ...eur, intro: { amount: '5.00', duration: months3 } }],
  ['adds up what is charged several times before', [charge({ value: '1.10', repeat_count: 3 }), charge(later)], { ...eur, intro: { amount: '3.30', duration: months3 } }],
  ['counts what is charged before, not the time',  [charge({ value: '1.10', repeat_count: 1 }), charge(later)], { ...eur, intro: { amount: '1.10', duration: months3 } }],
  ['counts the time where no count is given',      [charge({ value: '1.10' }), charge(later)],      { ...eur, intro: { amount: '3.30', duration: months3 } }],
  ['reads the charges in any order',               [charge(later), charge({ ...once, value: '5.00' })], { ...eur, intro: { amount: '5.00', duration: months3 } }],
  ['reads a first term in weeks',                  [charge({ value: '75', repeat_interval: 52, repeat_interval_type: 'weeks', repeat_count: 1 }), charge({ value: '31.96', repeat_interval: 4, repeat_interval_type: 'weeks', delay_interval: 52, delay_interval_type: 'weeks' })],
    { amount: '31.96', currency: 'EUR', interval: { unit: 'week', count: 4 }, intro: { amount: '75', duration: { unit: 'week', count: 52 } } }],
  ['shows the last of several steps as the price', [charge({ value: '1.00', repeat_count: 1 }), charge({ value: '9.00', delay_interval: 6, delay_interval_type: 'months' }), charge({ value: '5.00', delay_interval: 4, delay_interval_type: 'weeks' })],
    { ...eur, amount: '9.00', intro: { amount: '1.00', duration: { unit: 'week', count: 4 } } }],
  ['reads a free trial',                           [charge({ ...once, value: '0.00' }), charge({ delay_interval: 14, delay_interval_type: 'days' })], { ...eur, intro: { amount: '0', duration: { unit: 'day', count: 14 } } }],
  ['reads a free trial that says its own length',  [charge({ value: '0.00', repeat_count: 2 }), charge()], { ...eur, intro: { amount: '0', duration: { unit: 'month', count: 2 } } }],
  ['takes a delay without a length for none',      [charge(), charge({ value: '10.00', delay_interval: '', delay_interval_type: 'months' })], eur],
  ['takes a delay of nothing for none',            [charge(), charge({ value: '10.00', delay_interval: 0, delay_interval_type: 'months' })], eur],
  ['promises no trial for a delay alone',          [charge(later)],                                 eur],
  ['promises no trial of unknown length',          [charge({ ...once, value: '0.00' }), charge()],  eur],
  ['is not misled by another currency',            [charge(), charge({ ...later, currencyCode: 'USD' })], eur],
  ['prefers what recurs to what is paid once',     [charge({ ...once, value: '50.00' }), charge()], eur],
  ['prefers what stays to what ends',              [charge({ value: '5.00', repeat_count: 3 }), charge()], eur],
];
test.for(prices)('%s', ([, charges, price]) => {
  expect(read(charges).price).toEqual(price);
});

// prettier-ignore
const extras: Array<[behaviour: string, charges: object[], extras: string[]]> = [
  ['names a set-up fee beside the price',           [charge({ ...once, value: '50.00' }), charge()],                    ['50.00']],
  ['names a set-up fee beside an intro',            [charge({ ...once, value: '50.00' }), charge({ value: '1.00', repeat_count: 3 }), charge(later)], ['50.00']],
  ['names every further recurring charge',          [charge(), charge({ value: '10.00' })],                             ['10.00']],
  ['does not name what costs nothing',              [charge(), charge({ ...once, value: '0.00' })],                     []],
  ['does not name the intro once more',             [charge({ ...once, value: '5.00' }), charge(later)],                []],
  ['does not name a charge in another currency',    [charge(), charge({ value: '10.00', currencyCode: 'USD' })],        []],
];
test.for(extras)('%s', ([, charges, amounts]) => {
  expect(read(charges).extras.map(({ amount }) => amount)).toEqual(amounts);
});
