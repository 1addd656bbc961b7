import * as z from 'zod/mini';
import { offerPath } from '../../contract/checkout.ts';
import { lifetime, type Lifetime } from '../../contract/lifetime.ts';
import { MAX_LINES } from '../../core/offer/order-limits.ts';

const text = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/**
 * For whom a checkout is made, as a site's own server vouches for it. With an account, Limio's link acts for
 * that account without a login: this never comes from a browser alone.
 */
export const identity = z.strictObject({
  accountId: z.optional(text),
  contactId: z.optional(text),
  userId: z.optional(text),
  /** The subscriptions the customer may change: Limio's ids, with the plans each holds where it holds several. */
  subscriptions: z.optional(
    z
      .array(
        z.union([
          text,
          z.strictObject({ id: text, plans: z.array(offerPath).check(z.maxLength(MAX_LINES)) }),
        ]),
      )
      .check(z.maxLength(MAX_LINES)),
  ),
  /** For quotes: how long the basket lives. */
  expiresAfter: z.optional(lifetime),
  /** Further values to be tracked with the order, by name. */
  tracking: z.optional(z.record(z.string().check(z.regex(/^[\w.-]{1,60}$/)), text)),
});

export type Expiry = Lifetime;
export type Identity = z.infer<typeof identity>;
