import * as z from 'zod/mini';

const text = z.string().check(z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** How long a basket lives, in one unit; from a minute on, as Limio demands. */
export const expiry = z.union([
  z.strictObject({ seconds: z.int().check(z.gte(60)) }),
  z.strictObject({ minutes: z.int().check(z.gte(1)) }),
  z.strictObject({ hours: z.int().check(z.gte(1)) }),
  z.strictObject({ days: z.int().check(z.gte(1), z.lte(365)) }),
]);

/**
 * For whom a checkout is made, as a site's own server vouches for it. With an account, Limio's link acts for
 * that account without a login: this never comes from a browser alone.
 */
export const identity = z.strictObject({
  accountId: z.optional(text),
  contactId: z.optional(text),
  userId: z.optional(text),
  /** For quotes: how long the basket lives. */
  expiresAfter: z.optional(expiry),
  /** Further values to be tracked with the order, by name. */
  tracking: z.optional(z.record(z.string().check(z.regex(/^[\w.-]{1,60}$/)), text)),
});

export type Expiry = z.infer<typeof expiry>;
export type Identity = z.infer<typeof identity>;

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** A lifetime in milliseconds. */
export function expiryMs(lifetime: Expiry): number {
  const [[unit, count]] = Object.entries(lifetime) as [[keyof typeof SECONDS, number]];
  return SECONDS[unit] * count * 1000;
}
