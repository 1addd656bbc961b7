import { HttpResponse } from 'msw';
import { expiryOf } from './fill-basket.ts';
import { endOfTerm, isSubscriber, subscriptionOf } from '../subscriptions/subscriptions.ts';
import { published, type Line, type World } from '../world.ts';

/** Body of a renewal. */
export interface RenewBody {
  order: {
    external_id?: string;
    subId?: string;
    subRef?: string;
    verify?: { customerDetails?: { email?: string }; address?: Record<string, string> };
  };
  expiresAfter?: Record<string, number>;
}

/** Makes the basket of a renewal. Wrong details are answered like an unknown subscription, and leave no basket. */
export function renew(world: World, request: Request, { order, expiresAfter }: RenewBody) {
  const { external_id: externalId = crypto.randomUUID(), subId, subRef, verify = {} } = order;
  const subscription = subscriptionOf(subId ?? subRef);
  // See assumption renewal-status.
  if (
    !subscription ||
    subscription.status === 'ended' ||
    !isSubscriber(subscription, { ...verify.address, ...verify.customerDetails })
  )
    return new HttpResponse(null, { status: 404 });
  const { customer, country, quantity, offers, addOns } = subscription;
  const items = [...published(world, request, world.offers), ...published(world, request, world.addOns)];
  const lines = items
    .filter(({ path }) => [...offers, ...addOns].includes(path))
    .map((item, index): Line => {
      const isOffer = offers.includes(item.path);
      return {
        id: `item-${index + 1}`,
        item,
        quantity: isOffer ? quantity : 1,
        ...(!isOffer && { parentId: 'item-1' }),
      };
    });
  const id = `basket-${externalId}`;
  world.state.baskets.set(id, {
    id,
    externalId,
    lines,
    country,
    customer,
    journey: '/renewal',
    createdAt: world.now(),
    expiresAt: expiryOf(world.now(), expiresAfter),
  });
  return HttpResponse.json({
    id,
    segments: ['renewal'],
    order: {
      external_id: externalId,
      order_type: 'renew',
      subId: subscription.id,
      subRef: subscription.reference,
      customerDetails: customer,
      country,
      renewalDetails: {
        subscription: {
          id: subscription.id,
          name: subscription.reference,
          termEndDate: endOfTerm(world, subscription),
          ...(subscription.status && { status: subscription.status }),
        },
        attributes: {},
      },
      tracking: {},
      hideEmailField: true,
      hidePriceField: false,
    },
  });
}
