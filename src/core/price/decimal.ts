/**
 * A decimal string as a whole number of its last digit: `29.5` with 2 decimals is `2950n`.
 *
 * Amounts of money are added and compared this way, as floating point loses cents. Digits beyond `decimals`
 * are cut off.
 *
 * @param amount decimal string without a sign, such as `29.00`.
 */
export function toUnits(amount: string, decimals: number): bigint {
  const [whole = '', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'));
}

/**
 * The way back from {@link toUnits}.
 *
 * @example
 * fromUnits(2950n, 2); // '29.50'
 */
export function fromUnits(units: bigint, decimals: number): string {
  const digits = `${units}`.padStart(decimals + 1, '0');
  return decimals ? `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}` : digits;
}

/** How many decimals an amount is written with: `2` for `29.00`. */
export const decimalsOf = (amount: string): number => amount.split('.')[1]?.length ?? 0;

/**
 * The exact sum of amounts.
 *
 * @returns decimal string with as many decimals as the longest of them; `0` for none.
 *
 * @example
 * sumOf(['0.10', '5']); // '5.10'
 */
export function sumOf(amounts: readonly string[]): string {
  const decimals = Math.max(0, ...amounts.map(decimalsOf));
  const units = amounts.reduce((sum, amount) => sum + toUnits(amount, decimals), 0n);
  return fromUnits(units, decimals);
}

/**
 * An amount a whole number of times, exactly.
 *
 * @example
 * productOf('1.10', 3); // '3.30'
 */
export function productOf(amount: string, times: number): string {
  const decimals = decimalsOf(amount);
  return fromUnits(toUnits(amount, decimals) * BigInt(times), decimals);
}
