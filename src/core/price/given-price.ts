import type { Offer } from '../offer/offer.ts';
import { fieldsOf } from '../read-fields.ts';

/** What a price was read as. */
type Read = { price?: Offer['price'] | undefined };

/** Whether all of a price that was given could be read: the amount, the former one, and how often it is charged. */
export function isPriceRead(given: unknown, { price }: Read): boolean {
  const { amount, interval, was } = givenPrice(given);
  return !amount || Boolean(price && (!interval || price.interval) && (!was || price.was));
}

/**
 * Whether a price is written as programs write it, so that nobody can take it for another one. With three decimals it
 * may be one and a bit, or thousands: `1.299`.
 */
export const isPlainPrice = (given: unknown, read: Read): boolean =>
  isPriceRead(given, read) && !/\.\d{3}$/.test(`${givenPrice(given)['amount']}`);

/** The parts of a price. One that was given as a single text has an amount alone. */
export function givenPrice(given: unknown): Record<string, unknown> {
  const { price } = fieldsOf(given);
  return price && typeof price !== 'object' ? { amount: price } : fieldsOf(price);
}
