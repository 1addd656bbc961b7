import * as z from 'zod/mini';
import { line, offerPath } from '../../contract/checkout.ts';
import { lifetime, type Lifetime } from '../../contract/lifetime.ts';
import { MAX_LINES, MAX_QUANTITY } from '../../core/offer/order-limits.ts';

const text = line(200);

const subscription = z.strictObject({
  id: text,
  /** Paths of the plans it holds, where there are several. */
  plans: z.optional(z.array(offerPath).check(z.maxLength(MAX_LINES))),
  /** How many of its plan there are. */
  quantity: z.optional(z.int().check(z.gte(1), z.lte(MAX_QUANTITY))),
});

/**
 * For whom a checkout is made, as a site's own server vouches for it. With an account, Limio's link acts for
 * that account without a login: this never comes from a browser alone.
 */
export const identity = z.strictObject({
  accountId: z.optional(text),
  contactId: z.optional(text),
  userId: z.optional(text),
  /** The subscriptions the customer may change: Limio's ids, with what Limio does not say of them. */
  subscriptions: z.optional(z.array(z.union([text, subscription])).check(z.maxLength(MAX_LINES))),
  /** For quotes: how long the basket lives. */
  expiresAfter: z.optional(lifetime),
  /** Further values to be tracked with the order, by name. */
  tracking: z.optional(z.record(z.string().check(z.regex(/^[\w.-]{1,60}$/)), text)),
});

/** How long a basket lives. */
export type Expiry = Lifetime;

/** See {@link identity}. */
export type Identity = z.infer<typeof identity>;
