import * as z from 'zod/mini';
import { COUNTRY } from '../../core/customer-rules.ts';
import { MAX_QUANTITY } from '../../core/offer/order-limits.ts';
import { PLAIN_LINE, withoutMarks } from '../../core/plain-line.ts';

/** Fields that several requests have. Limits that the documentation does not name are ours, and generous. */

/** A text of 1 to `max` characters. */
export const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** A text that is what it looks like, as it names something or grants something. */
export const plainText = (max: number) => text(max).check(z.regex(PLAIN_LINE));

/** A text that a person has typed: marks that nobody sees fall away. */
export const typedText = (max: number) =>
  z.string().check(z.overwrite(withoutMarks), z.minLength(1), z.maxLength(max));

/** 1 to 128 of A-Z, a-z, 0-9, `-` and `_`. See assumption external-id. */
export const externalId = z.string().check(z.regex(/^[\w-]{1,128}$/));

/** ISO 3166-1 alpha-2, in capitals. */
export const country = z.string().check(z.regex(COUNTRY));

/** The document allows any number, even zero, negative and fractional ones. Default 1, Limio's own. */
export const quantity = z.optional(z.int().check(z.gte(1), z.lte(MAX_QUANTITY)));

/** The value of a header. Line breaks would end it and begin another one. */
export const header = (min: number, max = 4096) =>
  z.string().check(z.regex(new RegExp(`^[\\x20-\\x7e]{${min},${max}}$`)));

/** A landing-state cookie, as an earlier reply set it, and the others beside it. See assumption landing-cookie. */
export const landingCookie = header(1, 8192);

/** Fields of the caller's own, kept by Limio as they are: any JSON. */
export const customTracking = z.record(z.string(), z.json());

/**
 * Where an order comes from. `accountId`, `contactId` and `userId` are privileges, not analytics: with an
 * account the reply holds a link that acts for it without a login. Further keys may hold any JSON.
 */
export const tracking = z.catchall(
  z.object({
    offers: z.optional(z.array(text(500))),
    purchaseCountryCode: z.optional(country),
    accountId: z.optional(plainText(200)),
    contactId: z.optional(plainText(200)),
    userId: z.optional(plainText(200)),
  }),
  z.json(),
);

/** How long a basket lives, in exactly one unit. See assumption expiry. */
export const expiresAfter = z
  .strictObject({
    seconds: z.optional(z.int().check(z.gte(60))),
    minutes: z.optional(z.int().check(z.gte(1))),
    hours: z.optional(z.int().check(z.gte(1))),
    days: z.optional(z.int().check(z.gte(1))),
  })
  .check(
    z.refine((span) => Object.values(span).filter((n) => n !== undefined).length === 1, 'one unit, not more'),
  );
