import type { Offer } from '../../core/offer/offer.ts';

/**
 * The next instant at which one of the offers begins or ends to be for sale, in milliseconds since 1970.
 *
 * @param now milliseconds since 1970.
 * @returns `Infinity` when none does.
 *
 * @example
 * nextChange([{ path: '/offers2/Pro', name: 'Pro', until: '2026-11-30' }], Date.now());
 */
export function nextChange(offers: readonly Offer[], now: number): number {
  let next = Infinity;
  const look = (instant: number) => {
    if (instant > now && instant < next) next = instant;
  };
  for (const { from, until } of offers) {
    if (from) look(Date.parse(from));
    // At the very instant it is still for sale.
    if (until) look(Date.parse(until) + 1);
  }
  return next;
}
