import type { Offer } from '../offer/offer.ts';
import { fieldsOf } from '../read-fields.ts';

/** Whether all of a price that was given could be read: the amount, and how often it is charged. */
export function isPriceRead(given: unknown, { price: read }: Offer): boolean {
  const { amount, interval } = givenPrice(given);
  return !amount || Boolean(read && (!interval || read.interval));
}

/** The parts of a price. One that was given as a single text has an amount alone. */
export function givenPrice(given: unknown): Record<string, unknown> {
  const { price } = fieldsOf(given);
  return price && typeof price !== 'object' ? { amount: price } : fieldsOf(price);
}
