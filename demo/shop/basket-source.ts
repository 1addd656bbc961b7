import { viewOf, type BasketView } from '../sandbox/basket-view.ts';
import { CATALOGUE } from '../sandbox/catalogue.ts';
import { PROMO_CODES } from '../sandbox/promo-codes.ts';
import type { RawItem } from '../sandbox/raw-item.ts';
import { readPurchaseRequest, type PurchaseRequest } from './purchase-request.ts';

/** A basket, and what the address asked for that is not in the catalogue. */
export interface OpenedBasket {
  basket: BasketView;
  unknown: string[];
}

/** Opens the basket that the address of a shop page speaks of. The one place that knows where baskets come from. */
export async function openBasket(search: string): Promise<OpenedBasket> {
  return basketOf(readPurchaseRequest(search));
}

/** One of each offer. A code that the shop does not know is passed over in silence, as Limio does. */
function basketOf({ paths, label, promo }: PurchaseRequest): OpenedBasket {
  const items = label ? labelled(label) : paths.flatMap((path) => CATALOGUE.find(has(path)) ?? []);
  const lines = items.map((item, index) => ({ id: `item-${index + 1}`, item, quantity: 1 }));
  const code = promo.toUpperCase();
  const missing =
    label && !items.length ? [`label ${label}`] : paths.filter((path) => !CATALOGUE.some(has(path)));
  return {
    basket: { ...viewOf(lines, code in PROMO_CODES ? code : undefined), customer: {} },
    unknown: missing,
  };
}

const has = (path: string) => (item: RawItem) => item.path === path;

const labelled = (label: string) =>
  CATALOGUE.filter(({ data }) => (data.attributes['label__limio'] as string[] | undefined)?.includes(label));
