import { expect, test } from 'vitest';
import { readCharges } from '../../src/catalog/charges/charges.ts';
import { readRawItem } from '../../src/catalog/raw-item.ts';
import type { Price } from '../../src/core/offer/offer.ts';
import { charge, limioItem } from './limio-reply.ts';

const read = (charges: readonly unknown[], isTrial = false) =>
  readCharges(readRawItem(limioItem({ price__limio: charges }))?.data.attributes?.price__limio, isTrial);

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
const prices: Array<[behaviour: string, charges: unknown[], price: Price | undefined]> = [
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
  ['goes on charging what has no count',           [charge({ value: '1.10' }), charge(later)],      { ...eur, amount: '30.10', intro: { amount: '3.30', duration: months3 } }],
  ['reads the charges in any order',               [charge(later), charge({ ...once, value: '5.00' })], { ...eur, intro: { amount: '5.00', duration: months3 } }],
  ['reads a first term in weeks',                  [charge({ value: '75', repeat_interval: 52, repeat_interval_type: 'weeks', repeat_count: 1 }), charge({ value: '31.96', repeat_interval: 4, repeat_interval_type: 'weeks', delay_interval: 52, delay_interval_type: 'weeks' })],
    { amount: '31.96', currency: 'EUR', interval: { unit: 'week', count: 4 }, intro: { amount: '75', duration: { unit: 'week', count: 52 } } }],
  ['counts an interval that has begun in full',    [charge({ value: '10' }), charge({ value: '5', delay_interval: 6, delay_interval_type: 'weeks' })], { ...eur, amount: '15', intro: { amount: '20', duration: { unit: 'week', count: 6 } } }],
  ['shows the last of several steps as the price', [charge({ value: '1.00', repeat_count: 1 }), charge({ value: '9.00', delay_interval: 6, delay_interval_type: 'months' }), charge({ value: '5.00', repeat_count: 5, delay_interval: 1, delay_interval_type: 'months' })],
    { ...eur, amount: '9.00', intro: { amount: '26.00', duration: { unit: 'month', count: 6 } } }],
  ['reads a free trial',                           [charge({ ...once, value: '0.00' }), charge({ delay_interval: 14, delay_interval_type: 'days' })], { ...eur, intro: { amount: '0', duration: { unit: 'day', count: 14 } } }],
  ['is not free beside a charge of nothing',       [charge(), charge({ value: '0.00', repeat_count: 12 })], eur],
  ['is not free where a charge of nothing is first', [charge({ value: '0.00', repeat_count: 2 }), charge()], eur],
  ['is not free for a while where something is charged', [charge({ ...once, value: '0.00' }), charge({ ...later, repeat_interval_type: 'years' }), charge({ value: '9' , repeat_count: 12 })], { ...eur, interval: { unit: 'year', count: 1 }, additional: [{ amount: '9', interval: month }] }],
  ['takes a delay without a length for none',      [charge(), charge({ value: '10.00', delay_interval: '', delay_interval_type: 'months' })], { ...eur, amount: '39.00' }],
  ['takes a delay of nothing for none',            [charge(), charge({ value: '10.00', delay_interval: 0, delay_interval_type: 'months' })], { ...eur, amount: '39.00' }],
  ['promises no trial for a delay alone',          [charge(later)],                                 eur],
  ['promises no trial of unknown length',          [charge({ ...once, value: '0.00' }), charge()],  eur],
  ['has no price where currencies mix',            [charge(), charge({ ...later, currencyCode: 'USD' })], undefined],
  ['takes the first of currencies that repeat each other', [charge(), charge({ value: '32.00', currencyCode: 'USD' })], eur],
  ['prefers what recurs to what is paid once',     [charge({ ...once, value: '50.00' }), charge()], { ...eur, additional: [{ amount: '50.00' }] }],
  ['prefers what costs something',                 [charge({ value: '0.00' }), charge({ ...once, value: '50.00' })], { amount: '50.00', currency: 'EUR' }],
  ['tells what ends before the price stays',       [charge({ value: '5.00', repeat_count: 3 }), charge()], { ...eur, intro: { amount: '102.00', duration: months3 } }],

  ['adds up what is charged together',             [charge({ value: '10.00' }), charge({ value: '5.00' })], { ...eur, amount: '15.00' }],
  ['adds nothing to what costs something',         [charge({ value: '0.00' }), charge()],           eur],
  ['adds up what floating point cannot',           [charge({ value: '0.10' }), charge({ value: '0.20' }), charge({ value: 1 })], { ...eur, amount: '1.30' }],
  ['adds up in a currency with three decimals',    [charge({ value: '1.005', currencyCode: 'KWD' }), charge({ value: '0.020', currencyCode: 'KWD' })], { ...eur, amount: '1.025', currency: 'KWD' }],
  ['adds up in a currency without decimals',       [charge({ value: '1200', currencyCode: 'JPY' }), charge({ value: '300', currencyCode: 'JPY' })], { ...eur, amount: '1500', currency: 'JPY' }],
  ['adds up one interval written in two ways',     [charge({ value: '10', repeat_interval: 12 }), charge({ value: '5', repeat_interval_type: 'years' })], { amount: '15', currency: 'EUR', interval: { unit: 'month', count: 12 } }],
  ['adds up what ends together',                   [charge({ value: '10', repeat_count: 12 }), charge({ value: '5', repeat_count: 12 })], { ...eur, amount: '15' }],
  ['adds up what is paid once',                    [charge({ ...once, value: '10' }), charge({ ...once, value: '5' })], { amount: '15', currency: 'EUR' }],
  ['does not add four weeks to a month',           [charge(), charge({ value: '5', repeat_interval: 4, repeat_interval_type: 'weeks' })], { ...eur, additional: [{ amount: '5', interval: { unit: 'week', count: 4 } }] }],
  ['adds tiers to what is fixed',                  [charge({ value: '10' }), charge(tiers(['9'], ['7']))], { ...eur, amount: '17', isFrom: true }],

  ['has no price beside one that cannot be read',  [charge(), charge({ value: '-' })],              undefined],
  ['has no price beside one below nothing',        [charge(), charge({ value: '-5.00' })],          undefined],
  ['has no price beside one of no interval',       [charge(), charge({ repeat_interval_type: undefined })], undefined],
  ['has no price beside one of a delay nobody can read', [charge(), charge({ delay_interval: 2, delay_interval_type: 'fortnights' })], undefined],
  ['has no price beside what is no charge',        [charge(), 5],                                   undefined],
];
test.for(prices)('%s', ([, charges, price]) => {
  expect(read(charges)).toEqual(price);
});

// prettier-ignore
const additional: Array<[behaviour: string, charges: object[], additional: Price['additional']]> = [
  ['names a set-up fee beside the price',           [charge({ ...once, value: '50.00' }), charge()],                    [{ amount: '50.00' }]],
  ['names a set-up fee beside an intro',            [charge({ ...once, value: '50.00' }), charge({ value: '1.00', repeat_count: 3 }), charge(later)], [{ amount: '50.00' }]],
  ['names a fee that comes later',                  [charge(), charge({ ...once, ...later, value: '50.00' })],          [{ amount: '50.00' }]],
  ['names what comes later and ends',               [charge(), charge({ ...later, value: '5', repeat_count: 2 })],      [{ amount: '5', interval: month }]],
  ['names a charge of another interval with its own', [charge(), charge({ value: '10.00', repeat_interval_type: 'years' })], [{ amount: '10.00', interval: { unit: 'year', count: 1 } }]],
  ['adds up those of one interval',                 [charge(), charge({ value: '1', repeat_interval_type: 'years' }), charge({ value: '2', repeat_interval_type: 'years' })], [{ amount: '3', interval: { unit: 'year', count: 1 } }]],
  ['does not name what is in the price',            [charge(), charge({ value: '10.00' })],                             undefined],
  ['does not name what costs nothing',              [charge(), charge({ ...once, value: '0.00' })],                     undefined],
  ['does not name the intro once more',             [charge({ ...once, value: '5.00' }), charge(later)],                undefined],
  ['does not name what repeats it in another currency', [charge(), charge({ value: '10.00', currencyCode: 'USD' })],    undefined],
];
test.for(additional)('%s', ([, charges, expected]) => {
  expect(read(charges)?.additional).toEqual(expected);
});

// prettier-ignore
const trials: Array<[behaviour: string, charges: object[], intro: Price['intro']]> = [
  ['reads a trial that says its own length',        [charge({ value: '0.00', repeat_count: 2 }), charge()],             { amount: '0', duration: { unit: 'month', count: 2 } }],
  ['makes up no length for a trial',                [charge()],                                                         undefined],
  ['makes up no length for a trial without an end', [charge({ value: '0.00' }), charge()],                              undefined],
];
test.for(trials)('of an offer that is marked as a trial, %s', ([, charges, intro]) => {
  expect(read(charges, true)).toEqual({ ...eur, ...(intro && { intro }) });
});
