import * as z from 'zod/mini';
import { MAX_LINES } from '../../core/offer/order-limits.ts';
import { changedBasket, partnerAction } from './basket.ts';
import { order } from './checkout.ts';
import { operation } from './operation.ts';
import { basketId, optionalOrder, optionalRecord } from './reply-fields.ts';
import { landingCookie, text } from './request-fields.ts';

/** Checkouts made by a partner, with a token of the partner scope. */

/** Makes a basket, or alters the one with the same `external_id`. See assumption partner-cookie. */
export const initiatePartnerCheckout = operation({
  name: 'initiatePartnerCheckout',
  method: 'POST',
  input: z.strictObject({ order }),
  reply: z.looseObject({ id: basketId, order: optionalOrder }),
  outgoing: (body) => ({ path: '/partner/checkout/initiate', body }),
});

/** Adds, removes or changes lines of the basket behind a cookie. */
export const updatePartnerCheckout = operation({
  name: 'updatePartnerCheckout',
  method: 'PUT',
  input: z.strictObject({
    cookie: landingCookie,
    orderActions: z.array(partnerAction).check(z.minLength(1), z.maxLength(MAX_LINES)),
  }),
  reply: changedBasket,
  outgoing: ({ cookie, ...body }) => ({ path: '/partner/checkout/update', headers: { cookie }, body }),
  refusal: ({ status }) => (status === 404 ? 'basket_unknown' : undefined),
});

/** Asks whether a basket may be sold by the partner; `invalid.blockedProducts` says what may not. See assumption basket-id. */
export const validatePartnerCheckout = operation({
  name: 'validatePartnerCheckout',
  method: 'POST',
  input: z.strictObject({ id: z.string().check(z.regex(/^basket-[\w-]{32,36}$/)) }),
  reply: z.looseObject({
    id: text(200),
    checkout: optionalRecord,
    // Strict, as a list that cannot be read must not pass for one that blocks nothing.
    invalid: z.looseObject({ blockedProducts: z.optional(z.array(z.string())) }),
  }),
  outgoing: ({ id }) => ({ path: `/partner/checkout/validate/${id}` }),
  refusal: ({ status }) => (status === 404 ? 'basket_unknown' : undefined),
});

/** The order of a partner's basket. */
export type InitiatePartnerCheckout = z.input<typeof initiatePartnerCheckout.input>;
/** A partner's basket. */
export type InitiatedPartnerCheckout = z.output<typeof initiatePartnerCheckout.reply>;
/** Lines to add, remove or change in the partner's basket behind a landing-state cookie. */
export type UpdatePartnerCheckout = z.input<typeof updatePartnerCheckout.input>;
/** The id of a partner's basket, `basket-…`. */
export type ValidatePartnerCheckout = z.input<typeof validatePartnerCheckout.input>;
/** What the partner may not sell: `invalid.blockedProducts`, empty or left out where there is nothing. */
export type ValidatedPartnerCheckout = z.output<typeof validatePartnerCheckout.reply>;
