import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromUnits, productOf, sumOf, toUnits } from '../../src/core/price/decimal.ts';

// prettier-ignore
const sums: Array<[behaviour: string, amounts: string[], sum: string]> = [
  ['adds what floating point cannot',        ['0.10', '0.20'],                     '0.30'],
  ['keeps the decimals of the longest',      ['1', '0.125', '0.50'],               '1.625'],
  ['carries',                                ['9.99', '0.01'],                     '10.00'],
  ['keeps a small sum in shape',             ['0.004', '0.001'],                   '0.005'],
  ['adds whole amounts',                     ['1200', '300'],                      '1500'],
  ['adds more than a number can hold',       ['999999999999999.999999', '0.000001'], '1000000000000000.000000'],
  ['adds nothing',                           [],                                   '0'],
];
test.for(sums)('%s', ([, amounts, sum]) => {
  expect(sumOf(amounts)).toBe(sum);
});

test('takes an amount several times, exactly', () => {
  expect(productOf('1.10', 3)).toBe('3.30');
  expect(productOf('29', 12)).toBe('348');
});

test('gives back what it was given', () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: 0n, max: 10n ** 20n }),
      fc.integer({ min: 0, max: 6 }),
      (units, decimals) => {
        expect(toUnits(fromUnits(units, decimals), decimals)).toBe(units);
      },
    ),
  );
});
