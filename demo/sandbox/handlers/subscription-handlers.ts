import { http, HttpResponse } from 'msw';
import { error, unauthorized } from './answers.ts';
import { applyChange, type AskedItem } from '../subscriptions/change-rules.ts';
import { changeView } from '../subscriptions/change-view.ts';
import { getCookie, LANDING_COOKIE, landingState } from './cookie.ts';
import { pendingUntil, subscriptionOf, type Subscription } from '../subscriptions/subscriptions.ts';
import { published, type SubscriptionChange, type World } from '../world.ts';

interface Body {
  order: {
    external_id?: string;
    forSubscription: { id?: string; name?: string };
    forSubscriptionOffer?: { offerId?: string };
    orderItems?: AskedItem[];
  };
}

/** Changes to a subscription. Any reCAPTCHA is good, as long as its header is there. */
export const subscriptionHandlers = (world: World) => [
  http.post('*/api/checkout/subscription', async ({ request }) => {
    const refused = unauthorized(world, request) ?? unsolved(request);
    if (refused) return refused;
    const { order } = (await request.json()) as Body;
    const subscription = subscriptionOf(order.forSubscription.id ?? order.forSubscription.name);
    if (!subscription) return error(404, 'Subscription not found');
    if (subscription.status === 'ended') return error(400, 'The subscription has ended');
    const pending = pendingUntil(world, subscription);
    if (pending)
      return HttpResponse.json(
        { status: 423, message: `A change is pending until ${pending}` },
        { status: 423 },
      );
    const change: SubscriptionChange = {
      checkoutId: `basket-${order.external_id ?? crypto.randomUUID()}`,
      subscription: subscription.id,
      externalId: order.external_id,
      chosen: order.forSubscriptionOffer?.offerId,
      items: [],
    };
    const reply = applied(world, request, change, subscription, order.orderItems);
    if (reply.ok) world.state.changes.set(change.checkoutId, change);
    return reply;
  }),

  http.get('*/api/checkout/subscription', ({ request }) => {
    const refused = unauthorized(world, request);
    if (refused) return refused;
    const [change, subscription] = changeOf(world, request);
    return change && subscription
      ? HttpResponse.json(changeView(change, subscription, shelfOf(world, request)))
      : error(404, 'Basket not found');
  }),

  http.put('*/api/checkout/subscription', async ({ request }) => {
    const refused = unauthorized(world, request) ?? unsolved(request);
    if (refused) return refused;
    const [change, subscription] = changeOf(world, request);
    if (!change || !subscription) return error(404, 'Basket not found');
    if (change.isCompleted) return error(400, 'The change has been made');
    const { order } = (await request.json()) as Body;
    if (subscriptionOf(order.forSubscription.id ?? order.forSubscription.name) !== subscription)
      return error(400, 'Another subscription');
    return applied(world, request, change, subscription, order.orderItems);
  }),
];

/** For the shop's page on which a change is confirmed: what it changes, and what is charged then. */
export const changePageHandlers = (world: World) => [
  http.get('*/sandbox/change', ({ request }) => {
    const change = world.state.changes.get(new URL(request.url).searchParams.get('basket') ?? '');
    const subscription = subscriptionOf(change?.subscription);
    if (!change || !subscription) return error(404, 'Basket not found');
    const { order, completed } = changeView(change, subscription, shelfOf(world, request));
    const lines = change.items.map(({ orderItemActionType, item, quantity, effective_date }) => ({
      action: orderItemActionType,
      name: String(item.data.attributes['display_name__limio'] ?? item.name),
      quantity,
      date: effective_date,
    }));
    return HttpResponse.json({ completed, lines, total: order.total, name: order.forSubscription.name });
  }),
];

const shelfOf = (world: World, request: Request) => ({
  offers: published(world, request, world.offers),
  addOns: published(world, request, world.addOns),
});

function applied(
  world: World,
  request: Request,
  change: SubscriptionChange,
  subscription: Subscription,
  asked: readonly AskedItem[] = [],
) {
  const shelf = shelfOf(world, request);
  const items = applyChange(world, shelf, change, subscription, asked);
  if (typeof items === 'string') return error(400, items);
  change.items = items;
  const headers = landingState(change.checkoutId);
  return HttpResponse.json(changeView(change, subscription, shelf), { headers });
}

/** The change behind a landing-state cookie, and the subscription it is for. */
function changeOf({ state }: World, request: Request) {
  const change = state.changes.get(getCookie(request, LANDING_COOKIE));
  return [change, subscriptionOf(change?.subscription)] as const;
}

const unsolved = (request: Request) =>
  request.headers.has('x-limio-recaptcha') ? undefined : error(400, 'Recaptcha is missing');
