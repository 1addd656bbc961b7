import * as z from 'zod/mini';
import { operation } from './operation.ts';

/** Baskets made by a server with the admin scope: initiate, renew, promo code. */

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** See assumption external-id. */
export const externalId = z.string().check(z.regex(/^[\w-]{1,128}$/));

const country = z.string().check(z.regex(/^[A-Z]{2}$/));

/** One line of an order. `type` is needed only where add-ons are mixed in. See assumption top-level-version. */
const orderItem = z.strictObject({
  offer: z.strictObject({ id: text(200), version: text(200) }),
  // The document allows any number, even zero, negative and fractional ones.
  quantity: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
  type: z.optional(z.enum(['offer', 'add_on'])),
});

/**
 * Where an order comes from. `accountId`, `contactId` and `userId` are privileges, not analytics: with an
 * account the answer holds a link that acts for it without a login. Further keys are kept by Limio as they are.
 */
const tracking = z.catchall(
  z.object({
    offers: z.optional(z.array(text(500))),
    purchaseCountryCode: z.optional(country),
    accountId: z.optional(text(200)),
    contactId: z.optional(text(200)),
    userId: z.optional(text(200)),
  }),
  z.union([z.string().check(z.maxLength(500)), z.array(text(500))]),
);

/** See assumption customer-details. */
const customerDetails = z.strictObject({
  email: z.optional(text(254)),
  firstName: z.optional(text(100)),
  lastName: z.optional(text(100)),
  companyName: z.optional(text(200)),
  phone: z.optional(text(40)),
});

/** Exactly one unit. See assumption expiry. */
const expiresAfter = z
  .strictObject({
    seconds: z.optional(z.int().check(z.gte(60))),
    minutes: z.optional(z.int().check(z.gte(1))),
    hours: z.optional(z.int().check(z.gte(1))),
    days: z.optional(z.int().check(z.gte(1))),
  })
  .check(
    z.refine((span) => Object.values(span).filter((n) => n !== undefined).length === 1, 'one unit, not more'),
  );

/** Body of an initiate, by a server or by a partner. See assumption required-fields. */
export const order = z.strictObject({
  orderItems: z.array(orderItem).check(z.minLength(1), z.maxLength(50)),
  external_id: externalId,
  country,
  source: text(100),
  order_type: z.enum(['new', 'renew']),
  tracking: z.optional(tracking),
  customerDetails: z.optional(customerDetails),
  customFields: z.optional(z.record(z.string(), z.string().check(z.maxLength(1000)))),
});

export const pricedOrder = z.looseObject({
  orderItems: z.optional(z.array(z.looseObject({}))),
  total: z.optional(z.looseObject({})),
  orderVersion: z.optional(z.string()),
});

/** @see https://docs.limio.com/guides/developer-guides/guide-checkout-link */
export const initiateCheckout = operation({
  name: 'initiateCheckout',
  method: 'POST',
  input: z.strictObject({
    order,
    /** Page of the shop to land on, such as `/anonymous-checkout`. */
    journey: z.optional(z.strictObject({ checkout: text(500).check(z.startsWith('/')) })),
    expiresAfter: z.optional(expiresAfter),
  }),
  reply: z.looseObject({
    id: text(200),
    /** Path on the shop, signed; to be joined to the shop's origin and otherwise left alone. */
    recoveryLink: text(8192),
    /** Only with `tracking.accountId`. See assumption anonymous-link. */
    assistedCheckoutLink: z.optional(text(8192)),
    order: pricedOrder,
  }),
  outgoing: (body) => ({ path: '/admin/checkout/initiate', body }),
  // See assumption external-id.
  isRepeatable: true,
});

const subscriber = z.strictObject({
  email: z.optional(z.string().check(z.regex(/^[^\s@]+@[^\s@]+$/), z.maxLength(254))),
});

/** Starts the renewal of a subscription, named by its id or its reference. The answer holds no link. */
export const renewCheckout = operation({
  name: 'renewCheckout',
  method: 'POST',
  input: z.strictObject({
    order: z
      .strictObject({
        external_id: z.optional(externalId),
        subId: z.optional(text(200)),
        subRef: z.optional(text(200)),
        order_type: z.literal('renew'),
        verify: z.optional(
          z.strictObject({
            customerDetails: z.optional(subscriber),
            address: z.optional(z.record(z.string(), z.string())),
          }),
        ),
      })
      .check(z.refine(({ subId, subRef }) => !!(subId || subRef), 'subId or subRef')),
    expiresAfter: z.optional(expiresAfter),
  }),
  reply: z.looseObject({
    id: text(200),
    segments: z.optional(z.array(z.string())),
    order: z.looseObject({
      customerDetails: z.optional(z.looseObject({})),
      country: z.optional(z.string()),
      renewalDetails: z.optional(z.looseObject({})),
    }),
  }),
  outgoing: (body) => ({ path: '/admin/checkout/initiate/renew', body }),
  refusal: (status) => (status === 404 ? 'subscription_unknown' : undefined),
});

/** Applies a promo code to a basket. See assumption promo-own-call. */
export const applyPromoCode = operation({
  name: 'applyPromoCode',
  method: 'POST',
  input: z.strictObject({ code: z.string().check(z.regex(/^[A-Z\d]{1,64}$/)), basketId: text(200) }),
  reply: z.looseObject({ id: text(200), order: z.optional(pricedOrder) }),
  outgoing: (body) => ({ path: '/admin/v2/promo_code', body }),
  refusal: (status) => (status === 400 ? 'promo_refused' : status === 404 ? 'basket_unknown' : undefined),
});

export type InitiateCheckout = z.input<typeof initiateCheckout.input>;
export type InitiatedCheckout = z.output<typeof initiateCheckout.reply>;
export type RenewCheckout = z.input<typeof renewCheckout.input>;
export type RenewedCheckout = z.output<typeof renewCheckout.reply>;
export type ApplyPromoCode = z.input<typeof applyPromoCode.input>;
export type AppliedPromoCode = z.output<typeof applyPromoCode.reply>;
