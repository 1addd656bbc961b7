import { http, HttpResponse } from 'msw';
import { error, unauthorized } from './answers.ts';
import { SUBSCRIPTIONS } from './checkout-handlers.ts';
import { getCookie, landingState } from './cookie.ts';
import type { SubscriptionChange, World } from './world.ts';

interface Item {
  orderItemActionType?: string;
  type?: string;
  offerId?: string;
  quantity?: number;
}

interface Body {
  order: { external_id?: string; forSubscription: Record<string, string>; orderItems?: Item[] };
}

/** Changes to a subscription. A solved reCAPTCHA is anything but an empty header. */
export const subscriptionHandlers = (world: World) => [
  http.post('*/api/checkout/subscription', async ({ request }) => {
    const refused = unauthorized(world, request) ?? unsolved(request);
    if (refused) return refused;
    const { order } = (await request.json()) as Body;
    const subscription = order.forSubscription['id'] ?? order.forSubscription['name'] ?? '';
    if (!SUBSCRIPTIONS.includes(subscription)) return error(404, 'Subscription not found');
    if (subscription === 'sub-pending')
      return HttpResponse.json({ status: 423, message: 'A change is pending' }, { status: 423 });
    if (added(order.orderItems) > 1) return error(400, 'Only one offer can be added');
    const change: SubscriptionChange = {
      checkoutId: `basket-${crypto.randomUUID()}`,
      subscription: order.forSubscription,
      externalId: order.external_id,
      items: items(order.orderItems),
    };
    world.state.changes.set(change.checkoutId, change);
    return HttpResponse.json(view(change), { headers: landingState(change.checkoutId) });
  }),

  http.get('*/api/checkout/subscription', ({ request }) => {
    const refused = unauthorized(world, request);
    if (refused) return refused;
    const change = world.state.changes.get(getCookie(request, 'landing-state'));
    return change ? HttpResponse.json(view(change)) : error(404, 'Basket not found');
  }),

  http.put('*/api/checkout/subscription', async ({ request }) => {
    const refused = unauthorized(world, request) ?? unsolved(request);
    if (refused) return refused;
    const change = world.state.changes.get(getCookie(request, 'landing-state'));
    if (!change) return error(404, 'Basket not found');
    const { order } = (await request.json()) as Body;
    if (added(order.orderItems) + added(change.items) > 1) return error(400, 'Only one offer can be added');
    change.items.push(...items(order.orderItems));
    return HttpResponse.json(view(change));
  }),
];

const unsolved = (request: Request) =>
  request.headers.get('x-limio-recaptcha') ? undefined : error(400, 'Recaptcha is missing');

const added = (items: Item[] = []) =>
  items.filter((item) => item.orderItemActionType === 'add' && item.type === 'offer').length;

const items = (items: Item[] = []) =>
  items.map((item) => ({ id: `item-${crypto.randomUUID()}`, quantity: 1, ...item }));

const view = ({ checkoutId, subscription, externalId, items }: SubscriptionChange) => ({
  order: {
    checkoutId,
    ...(externalId && { external_id: externalId }),
    order_type: 'update_subscription',
    forSubscription: subscription,
    orderItems: items,
    country: 'GB',
    source: 'shop',
    total: { currency: 'USD', orderSubtotal: 29, orderTotal: 29, totalOrderDiscounts: 0, amount: 29 },
  },
  nextActions: {
    upgrades: [{ id: 'offer-business', name: 'Business', price: { currency: 'USD', amount: 59 } }],
    downgrades: [],
    crossSells: [],
    subscriptionAddOns: [],
    selectOffer: true,
  },
  completed: false,
  context: { requestId: 'sandbox' },
  journey: { referrer: '/account' },
});
