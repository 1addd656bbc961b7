import { viewOf, type BasketView } from '../sandbox/baskets/basket-view.ts';
import { ADD_ONS, CATALOGUE } from '../sandbox/items/catalogue.ts';
import { isCompatible } from '../sandbox/items/compatible.ts';
import { PROMO_CODES } from '../sandbox/items/promo-codes.ts';
import type { RawItem } from '../sandbox/items/raw-item.ts';
import type { Refusal } from '../sandbox/handlers/shop-handlers.ts';
import { readPurchaseRequest, type PurchaseRequest } from './purchase-request.ts';

/** A basket, and what the address asked for that cannot be had. */
export interface OpenedBasket {
  basket: BasketView;
  /** Not in the catalogue. */
  unknown: string[];
  /** Why a signed link opened no basket. */
  refusal?: Refusal | undefined;
}

/** Opens the basket that the address of a shop page speaks of. The one place that knows where baskets come from. */
export async function openBasket(search: string): Promise<OpenedBasket> {
  const query = new URLSearchParams(search);
  // A signed link was read by the server, which sends the customer on to its basket, or without one.
  const [id, refusal] = [query.get('basket'), query.get('refused') as Refusal | null];
  if (refusal) return { ...basketOf(NOTHING), refusal };
  return id ? askFor(id) : basketOf(readPurchaseRequest(search));
}

const NOTHING: PurchaseRequest = { paths: [], label: '', promo: '', campaign: [] };

async function askFor(id: string): Promise<OpenedBasket> {
  const answer = await fetch(`/sandbox/basket?basket=${encodeURIComponent(id)}`);
  const basket = (await answer.json()) as BasketView | { refused: Refusal };
  return 'refused' in basket ? { ...basketOf(NOTHING), refusal: basket.refused } : { basket, unknown: [] };
}

/** One of each offer, and of each add-on that goes with one of them. A code that the shop does not know is passed over in silence, as Limio does. */
function basketOf({ paths, label, promo }: PurchaseRequest): OpenedBasket {
  const known = [...CATALOGUE, ...ADD_ONS];
  const offers = label ? labelled(label) : paths.flatMap((path) => CATALOGUE.find(has(path)) ?? []);
  const addOns = paths.flatMap((path) => ADD_ONS.find(has(path)) ?? []);
  const items = [...offers, ...addOns.filter((addOn) => offers.some((offer) => isCompatible(addOn, offer)))];
  const lines = items.map((item, index) => ({ id: `item-${index + 1}`, item, quantity: 1 }));
  const code = promo.toUpperCase();
  const missing =
    label && !items.length ? [`label ${label}`] : paths.filter((path) => !known.some(has(path)));
  return {
    basket: { ...viewOf(lines, code in PROMO_CODES ? code : undefined), customer: {} },
    unknown: missing,
  };
}

const has = (path: string) => (item: RawItem) => item.path === path;

const labelled = (label: string) =>
  CATALOGUE.filter(({ data }) => (data.attributes['label__limio'] as string[] | undefined)?.includes(label));
