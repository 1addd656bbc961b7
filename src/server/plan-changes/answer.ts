import type { PlanChangeAnswer, PlanLine, PlanOffer } from '../../contract/plan-change.ts';
import { readPrice } from '../../core/offer/read-offer.ts';
import type { SubscriptionCheckout } from '../../limio/operations/subscription.ts';
import type { KnownOffers } from './known-offers.ts';
import type { KnownOffer, Landing } from './landing.ts';

/** One thing that a change adds or takes away, as Limio tells it. */
export type Item = NonNullable<NonNullable<SubscriptionCheckout['order']>['orderItems']>[number];

/** The plan that a change adds. */
export const addedPlan = (checkout: SubscriptionCheckout): Item | undefined =>
  itemsOf(checkout).find((item) => item.type === 'offer' && item.orderItemActionType === 'add');

/** The plan that is taken away. Limio adds this item by itself; see assumption plan-quantity. */
export const removedPlan = (checkout: SubscriptionCheckout): Item | undefined =>
  itemsOf(checkout).find((item) => item.type === 'offer' && item.orderItemActionType === 'remove');

/** All that a change adds or takes away. */
export const itemsOf = ({ order }: SubscriptionCheckout): readonly Item[] => order?.orderItems ?? [];

/** What is kept of a change, brought up to date by what Limio has replied. */
export function updatedLanding(
  landing: Landing,
  checkout: SubscriptionCheckout,
  known: KnownOffers,
): Landing {
  const { nextActions = {}, order } = checkout;
  const isUntouched = !addedPlan(checkout);
  const planId = order?.forSubscriptionOffer?.offerId;
  const addOns = [nextActions.crossSells, nextActions.subscriptionAddOns].flatMap(known.ofReply);
  return {
    ...landing,
    basketId: order?.checkoutId ?? landing.basketId,
    // The catalogue may have had no name for it before.
    plan: planId && !landing.plan?.name ? (known.byId(planId) ?? { id: planId, name: '' }) : landing.plan,
    quantity: removedPlan(checkout)?.quantity ?? landing.quantity,
    ...(isUntouched && {
      upgrades: known.ofReply(nextActions.upgrades),
      downgrades: known.ofReply(nextActions.downgrades),
    }),
    addOns: [...new Map([...landing.addOns, ...addOns].map((offer) => [offer.id, offer])).values()],
  };
}

/** Every plan that a change may be made to, the present one included: more of the same is a change, too. */
export const plansOf = ({ plan, upgrades, downgrades }: Landing): KnownOffer[] => [
  ...upgrades,
  ...downgrades,
  ...(plan ? [plan] : []),
];

/**
 * What a customer is told. See assumption plan-total.
 *
 * @param held the plans the subscription holds, where one of them has to be chosen. See assumption select-offer.
 * @param link gives the page of the shop on which a change is confirmed, from the path of its plan's own page.
 */
export function answerOf(
  id: string,
  landing: Landing,
  checkout: SubscriptionCheckout,
  known: KnownOffers,
  { held, link }: { held: readonly KnownOffer[]; link: (page: string | undefined) => string },
): PlanChangeAnswer {
  const { order, nextActions = {}, completed = false } = checkout;
  const { plan, quantity, upgrades, downgrades } = landing;
  const lines = itemsOf(checkout).flatMap((item) => lineOf(item, landing));
  const chosen = plansOf(landing).find((offer) => offer.id === addedPlan(checkout)?.offerId);
  const { currency, orderTotal, amount = orderTotal } = order?.total ?? {};
  // A total in no currency, or that is no amount, is none: the shop says it.
  const total = readPrice({ amount: amount && Number(amount.toFixed(6)), currency });
  const mustChoose = nextActions.selectOffer ?? false;
  const reference = order?.forSubscription?.name;
  return {
    id,
    subscription: landing.subscription,
    ...(reference && { reference }),
    ...(plan?.name && { plan: shown(plan) }),
    ...(quantity && { quantity }),
    mustChoose,
    plans: mustChoose ? held.map(shown) : [],
    upgrades: upgrades.map(shown),
    downgrades: downgrades.map(shown),
    addOns: known.ofReply(nextActions.subscriptionAddOns).map(shown),
    crossSells: known.ofReply(nextActions.crossSells).map(shown),
    lines,
    ...(total && { total: { amount: total.amount, currency: total.currency } }),
    ...(order?.effectiveDate && { effectiveAt: order.effectiveDate }),
    isCompleted: completed,
    ...(lines.length && !completed && { url: link(chosen?.page) }),
  };
}

function lineOf(item: Item, landing: Landing): PlanLine[] {
  const { offerId, orderItemActionType: action, quantity = 1, effective_date: effectiveAt } = item;
  if (!offerId || (action !== 'add' && action !== 'remove')) return [];
  const isPlan = item.type === 'offer';
  const name = (isPlan ? plansOf(landing) : landing.addOns).find(({ id }) => id === offerId)?.name;
  return [
    {
      action,
      kind: isPlan ? 'plan' : 'addOn',
      offerId,
      ...(name && { name }),
      quantity,
      ...(effectiveAt && { effectiveAt }),
    },
  ];
}

const shown = ({ page: _, ...offer }: KnownOffer): PlanOffer => offer;
