import * as z from 'zod/mini';
import { EMAIL, MAX_CHARACTERS } from '../../core/customer-rules.ts';
import { MAX_LINES } from '../../core/offer/order-limits.ts';
import { PROMO_CODE } from '../../core/offer/promo-code.ts';
import { isRefused, operation } from './operation.ts';
import {
  basketId,
  optionalFlag,
  optionalList,
  optionalObject,
  optionalOrder,
  optionalRecord,
  optionalText,
} from './reply-fields.ts';
import {
  country,
  expiresAfter,
  externalId,
  plainText,
  quantity,
  text,
  tracking,
  typedText,
} from './request-fields.ts';

/** Baskets made by a server with the admin scope: initiate, renew, promo code. */

/** One line of an order. `type` is needed only where add-ons are mixed in. See assumptions top-level-version and add-on-parent. */
const orderItem = z.strictObject({
  offer: z.strictObject({ id: text(200), version: text(200) }),
  quantity,
  type: z.optional(z.enum(['offer', 'add_on'])),
  /** Of an add-on: id of the offer in this order that it is bought with. */
  parentId: z.optional(text(200)),
});

/** See assumption customer-details. */
const customerDetails = z.strictObject({
  email: z.optional(typedText(MAX_CHARACTERS.email)),
  firstName: z.optional(typedText(MAX_CHARACTERS.firstName)),
  lastName: z.optional(typedText(MAX_CHARACTERS.lastName)),
  companyName: z.optional(typedText(MAX_CHARACTERS.company)),
  phone: z.optional(typedText(MAX_CHARACTERS.phone)),
});

/** Body of an initiate, by a server or by a partner. See assumption required-fields. */
export const order = z.strictObject({
  orderItems: z.array(orderItem).check(z.minLength(1), z.maxLength(MAX_LINES)),
  external_id: externalId,
  country,
  source: z._default(plainText(100), 'shop'),
  order_type: z._default(z.enum(['new', 'renew']), 'new'),
  tracking: z.optional(tracking),
  customerDetails: z.optional(customerDetails),
  customFields: z.optional(z.record(z.string(), z.string().check(z.maxLength(1000)))),
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
    id: basketId,
    /** Path on the shop, signed; to be joined to the shop's origin and otherwise left alone. */
    recoveryLink: text(8192),
    /** Only with `tracking.accountId`. See assumption anonymous-link. */
    assistedCheckoutLink: optionalText,
    order: optionalOrder,
  }),
  outgoing: (body) => ({ path: '/admin/checkout/initiate', body }),
  // See assumption external-id.
  isRepeatable: true,
});

const subscriber = z.strictObject({
  email: z.optional(z.string().check(z.regex(EMAIL), z.maxLength(MAX_CHARACTERS.email))),
});

/**
 * Starts the renewal of a subscription, named by its id or its reference. The reply holds no link. See
 * assumptions renewal-link and renewal-verify.
 */
export const renewCheckout = operation({
  name: 'renewCheckout',
  method: 'POST',
  input: z.strictObject({
    order: z
      .strictObject({
        external_id: z.optional(externalId),
        subId: z.optional(plainText(200)),
        subRef: z.optional(plainText(200)),
        order_type: z._default(z.literal('renew'), 'renew'),
        /** Details that have to be those of the subscriber. */
        verify: z.optional(
          z.strictObject({
            customerDetails: z.optional(subscriber),
            address: z.optional(z.record(z.string(), z.string().check(z.maxLength(500)))),
          }),
        ),
      })
      .check(z.refine(({ subId, subRef }) => !!(subId || subRef), 'subId or subRef')),
    expiresAfter: z.optional(expiresAfter),
  }),
  reply: z.looseObject({
    id: basketId,
    segments: optionalList(z.string()),
    order: optionalObject({
      external_id: optionalText,
      order_type: optionalText,
      subId: optionalText,
      subRef: optionalText,
      customerDetails: optionalObject({
        firstName: optionalText,
        lastName: optionalText,
        email: optionalText,
      }),
      country: optionalText,
      renewalDetails: optionalObject({ subscription: optionalRecord, attributes: optionalRecord }),
      tracking: optionalRecord,
      /** Whether the shop's renewal page hides the e-mail address, and the price. */
      hideEmailField: optionalFlag,
      hidePriceField: optionalFlag,
    }),
  }),
  outgoing: (body) => ({ path: '/admin/checkout/initiate/renew', body }),
  // See assumption renewal-status.
  refusal({ status }) {
    if (status === 404) return 'subscription_unknown';
    if (status === 423) return 'subscription_pending';
    return isRefused(status) ? 'change_refused' : undefined;
  },
});

/** Applies a promo code to a basket. See assumption promo-own-call. */
export const applyPromoCode = operation({
  name: 'applyPromoCode',
  method: 'POST',
  input: z.strictObject({ code: z.string().check(z.regex(PROMO_CODE)), basketId: text(200) }),
  reply: z.looseObject({ id: basketId, order: optionalOrder }),
  // Limio stores codes in capitals: https://docs.limio.com/product/pricing/how-to-configure-and-implement-promo-codes
  outgoing: ({ code, basketId }) => ({
    path: '/admin/v2/promo_code',
    body: { code: code.toUpperCase(), basketId },
  }),
  refusal: ({ status }) => (status === 400 ? 'promo_refused' : status === 404 ? 'basket_unknown' : undefined),
});

/** What a basket is made of: its lines, whom it is for, the page it opens on, and how long it lives. */
export type InitiateCheckout = z.input<typeof initiateCheckout.input>;
/** The basket, and the path of a signed link to it. As in every reply, fields that no document names are kept. */
export type InitiatedCheckout = z.output<typeof initiateCheckout.reply>;
/** The subscription to renew, by `subId` or `subRef`, what to verify, and how long the basket lives. */
export type RenewCheckout = z.input<typeof renewCheckout.input>;
/** The basket of a renewal. It holds no link. */
export type RenewedCheckout = z.output<typeof renewCheckout.reply>;
/** A promo code, and the id of the basket it is for. */
export type ApplyPromoCode = z.input<typeof applyPromoCode.input>;
/** The basket after a promo code. */
export type AppliedPromoCode = z.output<typeof applyPromoCode.reply>;
