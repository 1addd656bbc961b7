import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Interval, Offer, Price } from '../../src/core/offer/offer.ts';
import {
  formerSaving,
  groupSaving,
  intervalSaving,
  perMonth,
  seatsTotal,
} from '../../src/core/price/savings.ts';

const month: Interval = { unit: 'month', count: 1 };
const year: Interval = { unit: 'year', count: 1 };
const price = (amount: string, interval: Interval = month, rest: Partial<Price> = {}): Price => ({
  amount,
  currency: 'EUR',
  interval,
  ...rest,
});

// prettier-ignore
const savings: Array<[behaviour: string, price: Price, twin: Price, percent: number | undefined]> = [
  ['compares a year with twelve months',         price('290', year), price('29'),                                       16],
  ['compares to the cent',                       price('0.99', year), price('0.10'),                                    17],
  ['never rounds up',                            price('100.01', year), price('10'),                                    16],
  ['compares a quarter with a year',             price('100', year), price('27.50', { unit: 'month', count: 3 }),       9],
  ['compares weeks with days',                   price('6', { unit: 'week', count: 1 }), price('1', { unit: 'day', count: 1 }), 14],
  ['says nothing of less than one percent',      price('347', year), price('29'),                                       undefined],
  ['says nothing where nothing is saved',        price('348', year), price('29'),                                       undefined],
  ['says nothing where more is paid',            price('400', year), price('29'),                                       undefined],
  ['says nothing between currencies',            price('290', year), price('29', month, { currency: 'USD' }),           undefined],
  ['says nothing between months and weeks',      price('20'), price('10', { unit: 'week', count: 2 }),                  undefined],
  ['says nothing of one interval',               price('20'), price('29'),                                              undefined],
  ['says nothing of a lowest price',             price('290', year, { isFrom: true }), price('29'),                     undefined],
  ['says nothing beside other charges',          price('290', year, { additional: [{ amount: '50' }] }), price('29'),   undefined],
  ['says nothing beside an introduction',        price('290', year), price('29', month, { intro: { amount: '1', duration: month } }), undefined],
  ['says nothing of a single payment',           { amount: '290', currency: 'EUR' }, price('29'),                       undefined],
];
test.for(savings)('%s', ([, price, twin, percent]) => {
  expect(intervalSaving(price, twin)).toBe(percent);
});

const offer = (name: string, group: string, price?: Price): Offer => ({
  path: `/offers2/${name} ${group}`,
  name,
  group,
  ...(price && { price }),
});
const plans = [
  offer('Team', 'monthly', price('29')),
  offer('Pro', 'monthly', price('59')),
  offer('Team', 'yearly', price('290', year)),
  offer('Pro', 'yearly', price('472', year)),
];

// prettier-ignore
const groups: Array<[behaviour: string, offers: Offer[], percent: number | undefined]> = [
  ['says what every plan saves at least',      plans,                                                                   16],
  ['passes over a plan that is free',          [...plans, offer('Free', 'yearly', price('0', year))],                   16],
  ['says nothing where a fee stands beside nothing', [...plans, offer('Free', 'yearly', price('0', year, { additional: [{ amount: '50' }] }))], undefined],
  ['says nothing where a plan has no twin',    [...plans, offer('Max', 'yearly', price('900', year))],                  undefined],
  ['passes over a card to talk to someone',    [...plans, { ...offer('Talk', 'yearly'), href: '/talk' }],               16],
  ['says nothing where a plan has no price',   [...plans, offer('Talk to us', 'yearly')],                               undefined],
  ['says nothing where a plan saves nothing',  [...plans, offer('Max', 'yearly', price('1200', year)), offer('Max', 'monthly', price('100'))], undefined],
  ['says nothing where a plan has two twins',  [...plans, offer('Team', 'monthly', price('19'))],                       undefined],
  ['says nothing of a group that is not there', plans.slice(0, 2),                                                      undefined],
];
test.for(groups)('for a group, %s', ([, offers, percent]) => {
  const [yearly, monthly] = ['yearly', 'monthly'].map((key) => offers.filter(({ group }) => group === key));
  expect(groupSaving(yearly!, monthly!)).toBe(percent);
});

test('never says more than is saved, in currencies of no, two and three decimals', () => {
  const amount = fc.integer({ min: 1, max: 9_999_999 });
  fc.assert(
    fc.property(fc.constantFrom(0, 2, 3), amount, amount, (decimals, yearly, monthly) => {
      const written = (units: number) => (units / 10 ** decimals).toFixed(decimals);
      const saved = intervalSaving(price(written(yearly), year), price(written(monthly))) ?? 0;
      const exact = BigInt(monthly * 12 - yearly) * 100n;
      if (saved) expect(BigInt(saved) * BigInt(monthly * 12)).toBeLessThanOrEqual(exact);
      else expect(exact).toBeLessThan(BigInt(monthly * 12));
    }),
  );
});

test('never says that a month costs less than it does', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(0, 2, 3),
      fc.nat(9_999_999),
      fc.integer({ min: 2, max: 36 }),
      (decimals, units, count) => {
        const amount = (units / 10 ** decimals).toFixed(decimals);
        const one = perMonth(price(amount, { unit: 'month', count }), decimals)!;
        const paid = Math.round(Number(one) * 10 ** decimals);
        expect(paid * count).toBeGreaterThanOrEqual(units);
        expect((paid - 1) * count).toBeLessThan(units);
      },
    ),
  );
});

test('says what a month, several seats and a former price come to', () => {
  expect(perMonth(price('290', year), 2)).toBe('24.17');
  expect(perMonth(price('1200', year), 0)).toBe('100');
  expect(perMonth(price('29'), 2)).toBeUndefined();
  expect(perMonth(price('9', { unit: 'week', count: 4 }), 2)).toBeUndefined();
  expect(seatsTotal(price('29.00'), 3)).toBe('87.00');
  expect(formerSaving(price('29', month, { was: '35' }))).toBe(17);
});

// prettier-ignore
const unsaid: Array<[behaviour: string, price: Price]> = [
  ['one that is lower',                price('35', month, { was: '29' })],
  ['one that is the same',             price('29', month, { was: '29.00' })],
  ['less than one percent',            price('29', month, { was: '29.01' })],
  ['the lowest of several prices',     price('29', month, { was: '58', isFrom: true })],
  ['what is paid after a trial',       price('29', month, { was: '58', intro: { amount: '0', duration: month } })],
  ['what has a charge beside it',      price('29', month, { was: '58', additional: [{ amount: '100' }] })],
  ['what never had another price',     price('29')],
];
test.for(unsaid)('no percent is said beside a former price of %s', ([, price]) => {
  expect(formerSaving(price)).toBeUndefined();
});
