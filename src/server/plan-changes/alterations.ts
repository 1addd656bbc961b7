import type { PlanChangeUpdate } from '../../contract/plan-change.ts';
import { nearestQuantity } from '../../core/offer/nearest-quantity.ts';
import type {
  SubscriptionCheckout,
  UpdateSubscriptionCheckout,
} from '../../limio/operations/subscription.ts';
import { HttpError } from '../http-error.ts';
import { addedPlan, itemsOf, plansOf } from './answer.ts';
import type { KnownOffer, Landing } from './landing.ts';

type Alteration = NonNullable<UpdateSubscriptionCheckout['order']['orderItems']>[number];

/**
 * What has to be asked of Limio so that a change becomes what the customer wants; nothing where it is that already.
 * Only what Limio itself has offered for this subscription can be chosen.
 *
 * @throws {HttpError} `offer_unavailable`, naming the field
 */
export const alterationsFor = (
  { offer, quantity, add, remove }: PlanChangeUpdate,
  landing: Landing,
  checkout: SubscriptionCheckout,
): Alteration[] => [
  ...planAlterations(offer, quantity, landing, checkout),
  ...addOnAlterations(add, remove, checkout),
];

/** Limio takes one added plan, so another one goes first. */
function planAlterations(
  wanted: string | null | undefined,
  count: number | undefined,
  landing: Landing,
  checkout: SubscriptionCheckout,
): Alteration[] {
  const added = addedPlan(checkout);
  const id = wanted === undefined && count !== undefined ? (added?.offerId ?? landing.plan?.id) : wanted;
  if (id === undefined) return [];
  const offer = id === null ? undefined : plansOf(landing).find((each) => each.id === id);
  if (id !== null && !offer) throw unavailable(wanted === undefined ? 'quantity' : 'offer');
  const quantity = offer && quantityOf(offer, count, landing);
  const isPresent = !offer || (offer.id === landing.plan?.id && quantity === (landing.quantity ?? 1));
  if (added ? offer?.id === added.offerId && quantity === added.quantity : isPresent) return [];
  return [
    ...(added ? [undo(added)] : []),
    ...(offer && !isPresent
      ? [
          {
            orderItemActionType: 'add' as const,
            type: 'offer' as const,
            offerId: offer.id,
            quantity: quantity!,
          },
        ]
      : []),
  ];
}

/** As many as there are now, unless the customer says otherwise; held to what the plan allows. */
export const quantityOf = ({ quantity }: KnownOffer, count: number | undefined, landing: Landing): number =>
  nearestQuantity(quantity, count ?? landing.quantity ?? 1);

function addOnAlterations(
  add: string | undefined,
  remove: string | undefined,
  checkout: SubscriptionCheckout,
): Alteration[] {
  const { crossSells = [], subscriptionAddOns = [] } = checkout.nextActions ?? {};
  const isHeld = (id: string) => subscriptionAddOns.some((offer) => offer.id === id);
  const items = itemsOf(checkout);
  const isTaken = (id: string) =>
    items.some((item) => item.offerId === id && item.orderItemActionType === 'remove');
  const change = (orderItemActionType: 'add' | 'remove', offerId: string): Alteration => ({
    orderItemActionType,
    type: 'addon',
    offerId,
    quantity: 1,
  });
  if (add && !isHeld(add) && !isTaken(add) && !crossSells.some((offer) => offer.id === add))
    throw unavailable('add');
  return [
    ...(add && !isHeld(add) ? [change('add', add)] : []),
    ...(remove && isHeld(remove) ? [change('remove', remove)] : []),
  ];
}

/** Takes back what the change itself adds. See assumption plan-undo. */
const undo = ({ id, offerId }: { id?: string | undefined; offerId?: string | undefined }): Alteration => ({
  ...(id && { id }),
  orderItemActionType: 'remove',
  type: 'offer',
  ...(offerId && { offerId }),
});

const unavailable = (field: string) =>
  new HttpError('offer_unavailable', 'Limio does not offer this for the subscription.', { fields: [field] });
