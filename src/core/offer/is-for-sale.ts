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
export const isForSale = (offer: Offer, market: Market): boolean =>
  isInMarket(offer, market) &&
  // A date that cannot be read is NaN, and no comparison with NaN is true: such a date holds nothing back.
  !(offer.from && Date.parse(offer.from) > market.now) &&
  !(offer.until && Date.parse(offer.until) < market.now);

/** Whether an offer may be for sale there under that label, today or another day. */
export const isInMarket = (
  { labels, countries }: Offer,
  { country, label }: Pick<Market, 'country' | 'label'>,
): boolean =>
  (!label || Boolean(labels?.includes(label))) &&
  (!country || !countries?.length || countries.includes(country));
