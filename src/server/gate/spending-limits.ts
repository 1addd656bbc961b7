/** For how much an agent may open checkouts with a key, in one currency. */
export interface SpendingLimits {
  /** ISO 4217 code: `EUR`. */
  currency: string;
  /** Most for one checkout, a decimal string in major units: `500.00`. */
  order?: string;
  /** Most in 24 hours, which begin with the first checkout. */
  day?: string;
}

/**
 * Reads limits as they stand in a line of the keys file: `order=500EUR`, `day=2000EUR`, or both.
 *
 * @returns `undefined` where a word is no limit, stands there twice, or names another currency.
 *
 * @example
 * readSpendingLimits(['order=500EUR']); // { currency: 'EUR', order: '500' }
 */
export function readSpendingLimits(words: readonly string[]): SpendingLimits | undefined {
  const limits: Partial<SpendingLimits> = {};
  for (const word of words) {
    const [, name, amount, currency] = /^(order|day)=(\d{1,9}(?:\.\d{1,2})?)([A-Z]{3})$/.exec(word) ?? [];
    const isNew = limits[name as 'order' | 'day'] === undefined;
    if (!currency || !isNew || (limits.currency ?? currency) !== currency) return undefined;
    Object.assign(limits, { currency, [name!]: amount });
  }
  return limits.currency === undefined ? undefined : (limits as SpendingLimits);
}
