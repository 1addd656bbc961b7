import { priceOf } from '../baskets/basket-view.ts';
import { currentOffer } from './change-rules.ts';
import { isCompatible } from '../items/compatible.ts';
import type { RawItem } from '../items/raw-item.ts';
import type { Subscription } from './subscriptions.ts';
import type { SubscriptionChange } from '../world.ts';

/** A change the way Limio replies with it: its total, its date and what may be done next are made anew each time. */
export function changeView(
  change: SubscriptionChange,
  subscription: Subscription,
  shelf: { offers: readonly RawItem[]; addOns: readonly RawItem[] },
) {
  const { items, chosen, externalId, checkoutId } = change;
  const current = currentOffer(shelf, subscription, chosen);
  const addedOffer = items.find((item) => item.orderItemActionType === 'add' && item.type === 'offer');
  const offer = addedOffer?.item ?? current;
  const removed = new Set(
    items.filter((item) => item.orderItemActionType === 'remove').map(({ item }) => item.path),
  );
  const isHeld = (addOn: RawItem) =>
    (subscription.addOns.includes(addOn.path) && !removed.has(addOn.path)) ||
    items.some(({ orderItemActionType, item }) => orderItemActionType === 'add' && item.path === addOn.path);
  const heldAddOns = shelf.addOns.filter(isHeld);
  const quantity = addedOffer?.quantity ?? subscription.quantity;
  const plan = offer && !(removed.has(offer.path) && !addedOffer) ? priceOf(offer).amount * quantity : 0;
  const subtotal = heldAddOns.reduce((sum, addOn) => sum + priceOf(addOn).amount, plan);
  const dates = items.map(({ effective_date }) => effective_date).sort();
  const compatible = offer ? shelf.addOns.filter((addOn) => isCompatible(addOn, offer)) : [];
  const others = offer ? shelf.offers.filter((other) => isAlternative(other, offer)) : [];
  const price = (item: RawItem) => priceOf(item).amount;
  return {
    order: {
      checkoutId,
      ...(externalId && { external_id: externalId }),
      order_type: 'update_subscription',
      forSubscription: { id: subscription.id, name: subscription.reference },
      ...(current && { forSubscriptionOffer: { offerId: current.id } }),
      orderItems: items.map(({ item: _, isImplied: __, ...shown }) => shown),
      country: subscription.country,
      source: 'shop',
      ...(dates[0] && { effectiveDate: (addedOffer?.effective_date ?? dates[0])!.toString() }),
      total: {
        currency: offer ? priceOf(offer).currency : 'USD',
        orderSubtotal: subtotal,
        orderTotal: subtotal,
        totalOrderDiscounts: 0,
        amount: subtotal,
      },
    },
    nextActions: {
      upgrades: offer ? others.filter((other) => price(other) > price(offer)).map(shown) : [],
      downgrades: offer ? others.filter((other) => price(other) < price(offer)).map(shown) : [],
      crossSells: compatible.filter((addOn) => !isHeld(addOn)).map(shown),
      subscriptionAddOns: heldAddOns.map(shown),
      selectOffer: !current,
    },
    completed: change.isCompleted ?? false,
    context: { requestId: 'sandbox' },
    journey: { referrer: '/account' },
  };
}

/** Whether an offer can take the place of another: of the pricing page, in the same currency and interval. */
function isAlternative(other: RawItem, offer: RawItem): boolean {
  const { label__limio: labels, sales_channel__limio: channels } = other.data.attributes;
  const [one, two] = [priceOf(other), priceOf(offer)];
  return (
    other.path !== offer.path &&
    ((labels ?? []) as string[]).includes('pricing') &&
    ((channels ?? ['Online']) as string[]).includes('Online') &&
    one.currency === two.currency &&
    one.interval === two.interval
  );
}

const shown = (item: RawItem) => {
  const { amount, currency } = priceOf(item);
  const { display_name__limio: name, ...attributes } = item.data.attributes;
  return { id: item.id, name: String(name ?? item.name), price: { currency, amount }, attributes };
};
