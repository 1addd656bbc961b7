import type { CheckoutItem } from '../../contract/checkout.ts';
import { isAddOnPath } from '../../catalog/add-on.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import { nearestQuantity } from '../../core/offer/nearest-quantity.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { HttpError } from '../http-error.ts';
import { isCompatible } from '../offers/compatible.ts';

/** One line of a basket, settled. */
export interface BasketLine {
  offer: Offer & { id: string; version: string };
  quantity: number;
  /** Of an add-on: the offer of this basket that it is bought with. */
  parent?: BasketLine['offer'];
}

/** Where and when is bought. */
export interface Market {
  country: string | undefined;
  /** Milliseconds since 1970. */
  now: number;
}

/**
 * Settles what a browser asked for: paths become ids and versions of the catalogue, quantities are held to
 * what the offer allows. The same offer twice is one line. An add-on is bought with the first offer that it goes with.
 *
 * @param find gives the offer or add-on of a path.
 * @throws {HttpError} `offer_unavailable` for an offer that is unknown, hidden, not sold here and now, or an add-on without its offer, which
 *   cannot be told apart; `offer_changed` when the customer saw another version
 */
export function basketLines(
  items: readonly CheckoutItem[],
  find: (path: string) => Offer | undefined,
  { country, now }: Market,
): BasketLine[] {
  const lines = new Map<string, BasketLine>();
  items.forEach(({ path, quantity, version }, position) => {
    const offer = find(path);
    if (!isSellable(offer) || !isForSale(offer, { now, country })) throw unavailable(position);
    if (version !== undefined && version !== offer.version)
      throw new HttpError('offer_changed', 'An offer has changed.', {
        fields: [`items.${position}.version`],
      });
    const before = lines.get(path)?.quantity ?? 0;
    const wanted = before + (quantity ?? (before ? 1 : (offer.quantity?.initial ?? 1)));
    lines.set(path, { offer, quantity: nearestQuantity(offer.quantity, wanted) });
  });
  for (const [position, { path }] of items.entries()) {
    const line = lines.get(path)!;
    if (!isAddOnPath(path) || line.parent) continue;
    const parent = [...lines.values()].find(
      ({ offer }) => !isAddOnPath(offer.path) && isCompatible(line.offer, offer),
    );
    if (!parent) throw unavailable(position);
    line.parent = parent.offer;
  }
  return [...lines.values()];
}

const unavailable = (position: number) =>
  new HttpError('offer_unavailable', 'An offer is not for sale.', { fields: [`items.${position}.path`] });

const isSellable = (offer: Offer | undefined): offer is BasketLine['offer'] => !!(offer?.id && offer.version);
