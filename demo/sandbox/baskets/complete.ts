import { sendWebhook } from '../webhooks.ts';
import { openBasketOf, type World } from '../world.ts';
import { orderView } from './basket-view.ts';

/**
 * Buys what is in a basket, or makes the change of a subscription, which is then pending until its date.
 *
 * @param id of the basket or the change.
 * @returns whether there was one that could be completed.
 */
export function complete(world: World, id: string): boolean {
  const change = world.state.changes.get(id);
  if (change && !change.isCompleted) {
    change.isCompleted = true;
    const last = change.items
      .map(({ effective_date }) => effective_date)
      .sort()
      .at(-1);
    if (last && Date.parse(last) > world.now())
      world.state.pending.set(change.subscription, last.slice(0, 10));
    sendWebhook(world, 'update-subscription', { id: change.subscription });
    return true;
  }
  const basket = openBasketOf(world, id);
  if (!basket) return false;
  basket.isCompleted = true;
  const { externalId: external_id, customer: customerDetails, tracking } = basket;
  const order = { checkoutId: id, external_id, customerDetails, tracking, ...orderView(basket) };
  sendWebhook(world, 'order-submitted', { order });
  return true;
}
