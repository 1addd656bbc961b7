import { priceOf } from '../baskets/basket-view.ts';
import { isCompatible } from '../items/compatible.ts';
import type { RawItem } from '../items/raw-item.ts';
import { endOfTerm, type Subscription } from './subscriptions.ts';
import type { ChangeItem, SubscriptionChange, World } from '../world.ts';

/** What is asked for in a request. */
export type AskedItem = Partial<Pick<ChangeItem, 'id' | 'offerId' | 'quantity'>> &
  Pick<ChangeItem, 'orderItemActionType' | 'type'>;

/** The catalogue a change is made from. */
interface Shelf {
  offers: readonly RawItem[];
  addOns: readonly RawItem[];
}

const isAdded = (item: ChangeItem): boolean => item.orderItemActionType === 'add' && !item.isImplied;

const isAddedOffer = (item: ChangeItem): boolean => isAdded(item) && item.type === 'offer';

/**
 * Applies what a request asks for to a change, by Limio's rules: one added offer at most; the offer it replaces is
 * removed by itself, what is taken back leaves nothing, and so are add-ons that do not go with the new one.
 *
 * @returns the items of the change from now on, or why it is refused, in which case nothing changes.
 */
export function applyChange(
  world: World,
  shelf: Shelf,
  { items, chosen }: SubscriptionChange,
  subscription: Subscription,
  asked: readonly AskedItem[],
): ChangeItem[] | string {
  const kept = items.filter((item) => !item.isImplied);
  for (const request of asked) {
    const refusal = take(world, shelf, subscription, kept, request);
    if (refusal) return refusal;
  }
  if (kept.filter(isAddedOffer).length > 1) return 'Only one offer can be added';
  const current = currentOffer(shelf, subscription, chosen);
  if (!current) return asked.length ? 'An offer of the subscription has to be chosen first' : kept;
  const added = kept.find(isAddedOffer);
  const offer = added?.item ?? current;
  if (added) dateOffer(world, subscription, added, current);
  if (kept.some((item) => isAdded(item) && item.type === 'addon' && !isCompatible(item.item, offer)))
    return 'The add-on does not go with the offer';
  const isRemoved = ({ path }: RawItem) =>
    kept.some(({ orderItemActionType, item }) => orderItemActionType === 'remove' && item.path === path);
  const removal = (item: RawItem, type: ChangeItem['type'], quantity: number): ChangeItem => ({
    ...itemOf(world, subscription, { orderItemActionType: 'remove', type, quantity }, item),
    ...(added && { effective_date: added.effective_date }),
    isImplied: true,
  });
  return [
    ...kept,
    ...(added && !isRemoved(current) ? [removal(current, 'offer', subscription.quantity)] : []),
    ...shelf.addOns
      .filter((addOn) => subscription.addOns.includes(addOn.path))
      .filter((addOn) => !isCompatible(addOn, offer) && !isRemoved(addOn))
      .map((addOn) => removal(addOn, 'addon', 1)),
  ];
}

/** Adds to the items of a change what is asked for, or takes back what was asked for before. @returns why it is refused. */
function take(
  world: World,
  shelf: Shelf,
  subscription: Subscription,
  kept: ChangeItem[],
  request: AskedItem,
): string | undefined {
  const { id, offerId, type, orderItemActionType } = request;
  const isRemoval = orderItemActionType === 'remove';
  const item = (type === 'offer' ? shelf.offers : shelf.addOns).find((each) => each.id === offerId);
  const before = kept.findIndex((each) =>
    isRemoval
      ? isAdded(each) && (each.id === id || each.offerId === offerId)
      : type === 'addon' && each.orderItemActionType === 'remove' && each.offerId === offerId,
  );
  if (before >= 0) {
    kept.splice(before, 1);
    return undefined;
  }
  if (!item) return `Unknown ${type}`;
  if (isRemoval && ![...subscription.offers, ...subscription.addOns].includes(item.path))
    return `The subscription has no such ${type}`;
  kept.push(itemOf(world, subscription, request, item));
  return undefined;
}

/** The offer that is changed: the only one of the subscription, or the one that was chosen. */
export const currentOffer = (
  { offers }: Shelf,
  subscription: Subscription,
  chosen: string | undefined,
): RawItem | undefined => {
  const held = offers.filter(({ path }) => subscription.offers.includes(path));
  return held.length === 1 ? held[0] : held.find(({ id }) => id === chosen);
};

/** An added offer says when it begins; otherwise one that costs more begins at once, another at the end of the term. */
function dateOffer(world: World, subscription: Subscription, added: ChangeItem, current: RawItem): void {
  const isUpgrade =
    priceOf(added.item).amount * added.quantity > priceOf(current).amount * subscription.quantity;
  const given = added.item.data.attributes['switch_date__limio'];
  const isNow = given === 'immediate' || (given !== 'end_term' && isUpgrade);
  added.effective_date = isNow ? new Date(world.now()).toISOString() : endOfTerm(world, subscription);
}

/** An add-on begins at once; what is removed ends with the term. */
function itemOf(
  world: World,
  subscription: Subscription,
  { orderItemActionType, type, quantity = 1 }: AskedItem,
  item: RawItem,
): ChangeItem {
  const { amount, currency } = priceOf(item);
  return {
    id: `item-${crypto.randomUUID()}`,
    orderItemActionType,
    type,
    offerId: item.id,
    quantity,
    price: { amount, currency },
    effective_date:
      orderItemActionType === 'add' ? new Date(world.now()).toISOString() : endOfTerm(world, subscription),
    item,
  };
}
