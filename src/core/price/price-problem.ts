import { invalidValue, type LimioError } from '../errors/limio-error.ts';
import { givenPrice, isPriceRead } from './given-price.ts';
import type { Offer } from '../offer/offer.ts';

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
