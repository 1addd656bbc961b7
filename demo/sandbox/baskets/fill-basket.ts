import { isAddOn } from '../items/compatible.ts';
import type { Basket, Line, World } from '../world.ts';
import { published } from '../world.ts';

interface OrderItem {
  offer?: { id?: string; version?: string };
  quantity?: number;
  type?: string;
  /** Id of the offer that an add-on is bought with. */
  parentId?: string;
}

/** Body of an initiate, as far as the sandbox looks at it. */
export interface InitiateBody {
  order?: {
    external_id?: string;
    country?: string;
    source?: string;
    order_type?: string;
    orderItems?: {
      offer?: { id?: string; version?: string };
      quantity?: number;
      type?: string;
      parentId?: string;
    }[];
    customerDetails?: Record<string, string>;
    customFields?: Record<string, string>;
    tracking?: Record<string, unknown>;
  };
  journey?: { checkout?: string };
  expiresAfter?: Record<string, number>;
}

const UNITS: Readonly<Record<string, number>> = {
  seconds: 1000,
  minutes: 60_000,
  hours: 3_600_000,
  days: 86_400_000,
};

/** The instant a basket expires, in milliseconds since 1970. */
export function expiryOf(now: number, expiresAfter: Record<string, number> = { days: 14 }): number {
  const [[unit, count] = ['days', 14]] = Object.entries(expiresAfter);
  return now + count * UNITS[unit]!;
}

/**
 * Makes the basket of an `external_id`, or fills it anew: the same id never makes two.
 *
 * @returns `undefined` when something required is missing or an offer is not published in that version.
 */
export function fillBasket(world: World, request: Request, body: InitiateBody): Basket | undefined {
  const { order = {}, journey, expiresAfter } = body;
  const { external_id: externalId, country, source, order_type, orderItems = [] } = order;
  const lines = linesOf(world, request, orderItems);
  const isComplete = externalId && country && source && order_type;
  if (!isComplete || !lines?.length) return undefined;

  const { baskets } = world.state;
  const id = `basket-${externalId}`;
  const before = baskets.get(id);
  // What has been bought is not filled anew.
  if (before?.isCompleted) return undefined;
  const now = world.now();
  const basket: Basket = {
    id,
    externalId,
    lines,
    country,
    customer: order.customerDetails,
    tracking: order.tracking,
    customFields: order.customFields,
    journey: journey?.checkout,
    promo: before?.promo,
    createdAt: before?.createdAt ?? now,
    expiresAt: expiryOf(now, expiresAfter),
  };
  baskets.set(basket.id, basket);
  return basket;
}

/**
 * The lines of an order. Where add-ons are mixed in, each line says what it is, and an add-on may name its offer.
 *
 * @returns `undefined` when one of them cannot be sold.
 */
function linesOf(world: World, request: Request, orderItems: readonly OrderItem[]): Line[] | undefined {
  const known = [...published(world, request, world.offers), ...published(world, request, world.addOns)];
  const lines: Line[] = [];
  for (const [index, { offer, quantity = 1, type = 'offer' }] of orderItems.entries()) {
    const item = known.find(({ id, version }) => id === offer?.id && version === offer.version);
    const isWhatItSays = item && isAddOn(item) === (type === 'add_on');
    if (!isWhatItSays || !Number.isInteger(quantity) || quantity < 1) return undefined;
    lines.push({ id: `item-${index + 1}`, item, quantity });
  }
  for (const [index, { parentId }] of orderItems.entries()) {
    if (parentId === undefined) continue;
    const parent = lines.find(({ item }) => item.id === parentId && !isAddOn(item));
    if (!parent || !isAddOn(lines[index]!.item)) return undefined;
    lines[index]!.parentId = parent.id;
  }
  return lines;
}
