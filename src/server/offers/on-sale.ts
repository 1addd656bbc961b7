import type { Offer } from '../../core/offer.ts';

/**
 * Whether an offer can be bought at an instant, and in a country if one is known.
 *
 * @param now milliseconds since 1970.
 */
export function isOnSale({ from, until, countries }: Offer, now: number, country?: string): boolean {
  return (
    (!from || Date.parse(from) <= now) &&
    (!until || now <= Date.parse(until)) &&
    (!country || !countries?.length || countries.includes(country))
  );
}
