import type { Offer } from './offer.ts';

/** Where, when and under which label an offer would be sold. */
export interface Market {
  /** Milliseconds since 1970. */
  now: number;
  /** ISO 3166-1 alpha-2 code in capitals; empty where it is not known. */
  country?: string | undefined;
  /** A label the offer must carry; empty for any. */
  label?: string | undefined;
}

/**
 * Whether an offer is for sale, for the element and the backend alike.
 *
 * A date that cannot be read, such as `tomorrow`, decides nothing: the shop itself refuses what it does not sell,
 * whereas an offer that is held back by a slip sells nothing.
 *
 * @example
 * isForSale({ path: '/offers2/Pro', name: 'Pro', countries: ['DE'] }, { now: Date.now(), country: 'FR' }); // false
 */
export function isForSale(
  { labels, countries, from, until }: Offer,
  { now, country, label }: Market,
): boolean {
  return (
    (!label || Boolean(labels?.includes(label))) &&
    (!country || !countries?.length || countries.includes(country)) &&
    // A date that cannot be read is NaN, and no comparison with NaN is true: such a date holds nothing back.
    !(from && Date.parse(from) > now) &&
    !(until && Date.parse(until) < now)
  );
}
