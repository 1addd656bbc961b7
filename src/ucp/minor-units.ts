import { decimalsOf, toUnits } from '../core/price/decimal.ts';
import { formatter } from '../core/price/format-price.ts';

/**
 * A price in the smallest unit of its currency, as UCP counts money.
 *
 * @param amount decimal string in major units.
 * @returns an integer; rounded up where there are more decimals than the currency has, so that nothing is promised
 *   below its price.
 *
 * @example
 * minorUnits('29.50', 'EUR'); // 2950
 * minorUnits('4900', 'JPY'); // 4900
 */
export function minorUnits(amount: string, currency: string): number {
  const format = formatter('en', { style: 'currency', currency });
  const { maximumFractionDigits: digits = 2 } = format.resolvedOptions();
  const units = toUnits(amount, digits);
  const given = decimalsOf(amount);
  const isCut = given > digits && toUnits(amount, given) > units * 10n ** BigInt(given - digits);
  return Number(isCut ? units + 1n : units);
}
