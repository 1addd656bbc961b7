import { invalidValue, type LimioError } from './errors.ts';
import type { Offer } from './offer.ts';
import { fieldsOf } from './read-fields.ts';

/** Whether all of a price that was given could be read: the amount, and how often it is charged. */
export function isPriceRead(given: unknown, { price: read }: Offer): boolean {
  const { amount, interval } = givenPrice(given);
  return !amount || Boolean(read && (!interval || read.interval));
}

/**
 * The error for a price that was given, but that nobody can read.
 *
 * @param given what the offer was read from.
 *
 * @example
 * priceProblem({ price: { amount: '29', currency: 'EUR', interval: 'moon' } }, offer)?.message;
 * // 'price_unreadable: "29 EUR moon" cannot be used. Use 29.00, EUR and month.'
 */
export function priceProblem(given: unknown, offer: Offer): LimioError | undefined {
  if (isPriceRead(given, offer)) return undefined;
  const { amount, currency, interval } = givenPrice(given);
  const written = [amount, currency, interval].filter(Boolean).join(' ');
  return invalidValue('price_unreadable', written, '29.00, EUR and month');
}

/** The parts of a price. One that was given as a single text has an amount alone. */
function givenPrice(given: unknown): Record<string, unknown> {
  const { price } = fieldsOf(given);
  return price && typeof price !== 'object' ? { amount: price } : fieldsOf(price);
}
