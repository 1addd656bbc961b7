import * as z from 'zod/mini';
import { COUNTRY } from '../core/customer-rules.ts';
import { MAX_LINES, MAX_QUANTITY } from '../core/offer/order-limits.ts';
import { customer, line as text } from './checkout.ts';
import { externalId, quoteItem, tracking } from './quote.ts';

/**
 * What a partner's system and the backend say to each other: `POST {backend}/partner/checkouts` makes a basket, `PUT`
 * changes it, and each answer names what the partner may not sell, before anyone is sent on.
 */

/** Body of `POST /partner/checkouts`. */
export const partnerRequest = z.strictObject({
  items: z.array(quoteItem).check(z.minLength(1), z.maxLength(MAX_LINES)),
  customer: z.optional(customer),
  /** Where the customer buys, ISO 3166-1 alpha-2. */
  country: z.optional(z.string().check(z.regex(COUNTRY))),
  /** Names the basket in the partner's own system: the same one of the same key fills the same basket anew. */
  externalId: z.optional(externalId),
  tracking: z.optional(tracking),
});

const quantity = z.optional(z.int().check(z.gte(1), z.lte(MAX_QUANTITY)));

/** One change of a basket. `itemId` is that of an item of the last answer. */
const action = z.union([
  z.strictObject({ action: z.literal('add'), offerId: text(200), quantity }),
  z.strictObject({ action: z.literal('remove'), itemId: text(200) }),
  z.strictObject({
    action: z.literal('change_quantity'),
    itemId: text(200),
    quantity: z.int().check(z.gte(1), z.lte(MAX_QUANTITY)),
  }),
]);

/** Body of `PUT /partner/checkouts/{id}`. */
export const partnerUpdate = z.strictObject({
  actions: z.array(action).check(z.minLength(1), z.maxLength(50)),
});

/** Answer 200 of each. */
export const partnerAnswer = z.object({
  /** Names the basket in the next requests; only the caller who made it can use it. */
  id: z.string(),
  basketId: z.string(),
  /** Lines of the basket, as far as Limio names them. */
  items: z.array(
    z.object({ id: z.optional(z.string()), path: z.optional(z.string()), quantity: z.optional(z.number()) }),
  ),
  /** Products that this partner may not sell. */
  blockedProducts: z.array(z.string()),
  /** Page of the shop with the basket; left out while something is blocked. */
  url: z.optional(z.string()),
});

/** See {@link partnerRequest}. */
export type PartnerRequest = z.infer<typeof partnerRequest>;
/** See {@link partnerUpdate}. */
export type PartnerUpdate = z.infer<typeof partnerUpdate>;
/** See {@link partnerAnswer}. */
export type PartnerAnswer = z.infer<typeof partnerAnswer>;
