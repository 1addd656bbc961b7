import * as z from 'zod/mini';
import { MAX_LINES } from '../../core/offer/order-limits.ts';
import { isRefused, operation, type UpstreamReply } from './operation.ts';
import {
  optionalFlag,
  optionalList,
  optionalNumber,
  optionalObject,
  optionalRecord,
  optionalText,
  optionalTotal,
} from './reply-fields.ts';
import { customTracking, externalId, header, landingCookie, quantity, text } from './request-fields.ts';

/** Changes to a running subscription. They need a customer who is logged in, and a solved reCAPTCHA. */

const change = z.strictObject({
  id: z.optional(text(200)),
  orderItemActionType: z.enum(['add', 'remove']),
  type: z.enum(['offer', 'addon']),
  offerId: z.optional(text(200)),
  quantity,
});

const order = z.strictObject({
  external_id: z.optional(externalId),
  checkoutId: z.optional(text(200)),
  forSubscription: z
    .strictObject({ id: z.optional(text(200)), name: z.optional(text(200)) })
    .check(z.refine(({ id, name }) => !!(id || name), 'id or name')),
  order_type: z._default(z.literal('update_subscription'), 'update_subscription'),
  orderItems: z.optional(z.array(change).check(z.maxLength(MAX_LINES))),
});

/** Token of Google's reCAPTCHA v3, action `initiateCheckout`; empty where the tenant has no site key. */
const recaptcha = header(0);

const item = z.looseObject({
  id: optionalText,
  orderItemActionType: optionalText,
  type: optionalText,
  offerId: optionalText,
  quantity: optionalNumber,
  price: optionalRecord,
  orderLineItem: optionalRecord,
  /** ISO 8601 instant at which the line begins or ends. */
  effective_date: optionalText,
});

const offer = z.looseObject({
  id: optionalText,
  name: optionalText,
  description: optionalText,
  /** In major units. */
  price: optionalObject({ currency: optionalText, amount: optionalNumber }),
  attributes: optionalRecord,
});

const offers = optionalList(offer);

const subscriptionCheckout = z.looseObject({
  order: optionalObject({
    checkoutId: optionalText,
    external_id: optionalText,
    order_type: optionalText,
    forSubscription: optionalObject({ id: optionalText, name: optionalText }),
    forSubscriptionOffer: optionalObject({ offerId: optionalText }),
    orderItems: optionalList(item),
    country: optionalText,
    source: optionalText,
    /** ISO 8601 instant at which the change takes effect. */
    effectiveDate: optionalText,
    total: optionalTotal,
  }),
  /** What the customer may do next. */
  nextActions: optionalObject({
    upgrades: offers,
    downgrades: offers,
    crossSells: offers,
    subscriptionAddOns: offers,
    /** Whether an offer has to be chosen first. */
    selectOffer: optionalFlag,
  }),
  completed: optionalFlag,
  context: optionalObject({ client_ip: optionalText, requestId: optionalText, identity_id: optionalText }),
  journey: optionalObject({ referrer: optionalText }),
});

const addsOffer = (items: readonly z.output<typeof change>[] = []) =>
  items.some((item) => item.orderItemActionType === 'add' && item.type === 'offer');

function refusal({ status, reason }: UpstreamReply, items?: readonly z.output<typeof change>[]) {
  // See assumption pending-423.
  if (status === 423) return 'subscription_pending' as const;
  if (status === 404) return 'basket_unknown' as const;
  if (!isRefused(status)) return undefined;
  // See assumption one-offer-400.
  const isAboutOffers =
    reason === undefined ? status === 400 : /\b(one|more|multiple|single)\b.*\boffer/i.test(reason);
  return addsOffer(items) && isAboutOffers ? ('one_offer_only' as const) : ('change_refused' as const);
}

/** Reads the change that is being made. */
export const getSubscriptionCheckout = operation({
  name: 'getSubscriptionCheckout',
  method: 'GET',
  input: z.strictObject({ cookie: landingCookie }),
  reply: subscriptionCheckout,
  outgoing: ({ cookie }) => ({ path: '/checkout/subscription', headers: { cookie } }),
  refusal: (reply) => refusal(reply),
  isRepeatable: true,
});

/** Starts a change. The reply's landing-state cookie is what the other two operations ask for. */
export const startSubscriptionCheckout = operation({
  name: 'startSubscriptionCheckout',
  method: 'POST',
  input: z.strictObject({
    recaptcha,
    /** Address of the customer, and of the page they came from. */
    forwardedFor: z.optional(header(1)),
    referer: z.optional(header(1)),
    order: z.extend(order, {
      forSubscriptionOffer: z.optional(z.strictObject({ offerId: z.optional(text(200)) })),
    }),
    tracking: z.optional(customTracking),
  }),
  reply: subscriptionCheckout,
  outgoing: ({ recaptcha, forwardedFor, referer, ...body }) => ({
    path: '/checkout/subscription',
    headers: { 'x-limio-recaptcha': recaptcha, 'x-forwarded-for': forwardedFor, referer },
    body,
  }),
  refusal: (reply, { order: { orderItems } }) =>
    reply.status === 404 ? 'subscription_unknown' : refusal(reply, orderItems),
});

/** Alters the change, by one added offer at most. */
export const updateSubscriptionCheckout = operation({
  name: 'updateSubscriptionCheckout',
  method: 'PUT',
  input: z.strictObject({
    recaptcha,
    cookie: landingCookie,
    order,
    tracking: z.optional(customTracking),
  }),
  reply: subscriptionCheckout,
  outgoing: ({ recaptcha, cookie, ...body }) => ({
    path: '/checkout/subscription',
    headers: { 'x-limio-recaptcha': recaptcha, cookie },
    body,
  }),
  refusal: (reply, { order: { orderItems } }) => refusal(reply, orderItems),
});

/** The landing-state cookie of a change. */
export type GetSubscriptionCheckout = z.input<typeof getSubscriptionCheckout.input>;
/** The subscription to change, what to change at first, and the customer's token of reCAPTCHA. */
export type StartSubscriptionCheckout = z.input<typeof startSubscriptionCheckout.input>;
/** What else to change, with the landing-state cookie of the change. */
export type UpdateSubscriptionCheckout = z.input<typeof updateSubscriptionCheckout.input>;
/** A change of a subscription: its lines and total so far, and what the customer may do next. */
export type SubscriptionCheckout = z.output<typeof subscriptionCheckout>;
