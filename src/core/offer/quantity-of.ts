import type { Offer } from './offer.ts';

/**
 * How many of an offer are bought: what the customer chose, else what the offer begins with, else one.
 *
 * @param chosen numbers by path.
 *
 * @example
 * quantityOf({ path: '/offers2/Pro', name: 'Pro' }, new Map([['/offers2/Pro', 3]])); // 3
 */
export const quantityOf = ({ path, quantity }: Offer, chosen?: ReadonlyMap<string, number>): number =>
  chosen?.get(path) ?? quantity?.initial ?? 1;
