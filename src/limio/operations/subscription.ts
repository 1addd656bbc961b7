import * as z from 'zod/mini';
import { landingCookie } from './basket.ts';
import { externalId } from './checkout.ts';
import { operation } from './operation.ts';

/** Changes to a running subscription. They need a customer who is logged in, and a solved reCAPTCHA. */

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

const header = z.string().check(z.regex(/^[\x20-\x7e]{1,4096}$/));

const change = z.strictObject({
  id: z.optional(text(200)),
  orderItemActionType: z.enum(['add', 'remove']),
  type: z.enum(['offer', 'addon']),
  offerId: z.optional(text(200)),
  quantity: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
});

const order = z.strictObject({
  external_id: z.optional(externalId),
  checkoutId: z.optional(text(200)),
  forSubscription: z
    .strictObject({ id: z.optional(text(200)), name: z.optional(text(200)) })
    .check(z.refine(({ id, name }) => !!(id || name), 'id or name')),
  order_type: z.literal('update_subscription'),
  orderItems: z.optional(z.array(change).check(z.maxLength(50))),
});

const tracking = z.record(z.string(), z.string().check(z.maxLength(500)));

const addedOffers = (items: readonly z.output<typeof change>[] = []) =>
  items.filter((item) => item.orderItemActionType === 'add' && item.type === 'offer').length;

const subscriptionCheckout = z.looseObject({
  order: z.optional(
    z.looseObject({
      checkoutId: z.optional(z.string()),
      external_id: z.optional(z.string()),
      orderItems: z.optional(z.array(z.looseObject({}))),
      total: z.optional(z.looseObject({})),
    }),
  ),
  /** What the customer may do next: `upgrades`, `downgrades`, `crossSells`, `subscriptionAddOns`. */
  nextActions: z.optional(z.looseObject({})),
  completed: z.optional(z.boolean()),
});

function refusal(status: number, items?: readonly z.output<typeof change>[]) {
  // See assumption pending-423.
  if (status === 423) return 'subscription_pending' as const;
  if (status === 404) return 'basket_unknown' as const;
  // See assumption one-offer-400.
  if (status === 400 && addedOffers(items)) return 'one_offer_only' as const;
  return undefined;
}

/** Reads the change that is being made. */
export const getSubscriptionCheckout = operation({
  name: 'getSubscriptionCheckout',
  method: 'GET',
  input: z.strictObject({ cookie: landingCookie }),
  reply: subscriptionCheckout,
  outgoing: ({ cookie }) => ({ path: '/checkout/subscription', headers: { cookie } }),
  refusal: (status) => refusal(status),
  isRepeatable: true,
});

/** Starts a change. The answer's landing-state cookie is what the other two operations ask for. */
export const startSubscriptionCheckout = operation({
  name: 'startSubscriptionCheckout',
  method: 'POST',
  input: z.strictObject({
    recaptcha: header,
    /** Address of the customer, and of the page they came from. */
    forwardedFor: z.optional(header),
    referer: z.optional(header),
    order: z.extend(order, {
      forSubscriptionOffer: z.optional(z.strictObject({ offerId: z.optional(text(200)) })),
    }),
    tracking: z.optional(tracking),
  }),
  reply: subscriptionCheckout,
  outgoing: ({ recaptcha, forwardedFor, referer, ...body }) => ({
    path: '/checkout/subscription',
    headers: { 'x-limio-recaptcha': recaptcha, 'x-forwarded-for': forwardedFor, referer },
    body,
  }),
  refusal: (status, { order: { orderItems } }) =>
    status === 404 ? 'subscription_unknown' : refusal(status, orderItems),
});

/** Alters the change, by one added offer at most. */
export const updateSubscriptionCheckout = operation({
  name: 'updateSubscriptionCheckout',
  method: 'PUT',
  input: z.strictObject({
    recaptcha: header,
    cookie: landingCookie,
    order,
    tracking: z.optional(tracking),
  }),
  reply: subscriptionCheckout,
  outgoing: ({ recaptcha, cookie, ...body }) => ({
    path: '/checkout/subscription',
    headers: { 'x-limio-recaptcha': recaptcha, cookie },
    body,
  }),
  refusal: (status, { order: { orderItems } }) => refusal(status, orderItems),
});

export type GetSubscriptionCheckout = z.input<typeof getSubscriptionCheckout.input>;
export type StartSubscriptionCheckout = z.input<typeof startSubscriptionCheckout.input>;
export type UpdateSubscriptionCheckout = z.input<typeof updateSubscriptionCheckout.input>;
export type SubscriptionCheckout = z.output<typeof subscriptionCheckout>;
