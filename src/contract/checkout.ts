import * as z from 'zod/mini';
import { COUNTRY, EMAIL, MAX_CHARACTERS, PHONE } from '../core/customer-rules.ts';
import {
  CARRIED_NAME,
  MAX_CARRIED,
  MAX_CONTEXT,
  MAX_LINES,
  MAX_PATH,
  MAX_QUANTITY,
} from '../core/offer/order-limits.ts';
import { PLAIN_LINE, withoutMarks } from '../core/plain-line.ts';
import { plainDigits } from '../core/price/plain-digits.ts';

/**
 * What the element and the backend say to each other about a checkout, `POST {backend}/checkouts`.
 *
 * The browser says which offers, how many and who. Price, version, source, order type, expiry and journey
 * are the backend's to decide, so there is no field for them and unknown fields are refused.
 */

const oneLine = (max: number) => [z.trim(), z.minLength(1), z.maxLength(max), z.regex(PLAIN_LINE)];

/** One line of text that is what it looks like: 1 to `max` characters. */
export const line = (max: number) => z.string().check(...oneLine(max));

/** One line that a person has typed or pasted, or that comes from an address: marks that nobody sees fall away. */
export const typedLine = (max: number) => z.string().check(z.overwrite(withoutMarks), ...oneLine(max));

/** Path of an offer in the Limio catalogue, whatever is written there. */
export const offerPath = z
  .string()
  .check(z.trim(), z.maxLength(MAX_PATH), z.regex(/^[^\p{Cc}\p{Cs}]*$/u), z.startsWith('/'));

/** 128 random bits or more in base64url or hex; made anew for each click, kept for its retry. */
export const attemptId = z.string().check(z.regex(/^[\w-]{22,64}$/));

/**
 * Details a customer may give. Each is optional; the element asks only for what `ask` names. Wide letters and digits of
 * other scripts, which come with what is pasted and typed, are no part of an address or a number.
 */
export const customer = z.strictObject({
  email: z.optional(typedLine(MAX_CHARACTERS.email).check(z.overwrite(plainDigits), z.regex(EMAIL))),
  firstName: z.optional(typedLine(MAX_CHARACTERS.firstName)),
  lastName: z.optional(typedLine(MAX_CHARACTERS.lastName)),
  company: z.optional(typedLine(MAX_CHARACTERS.company)),
  phone: z.optional(typedLine(MAX_CHARACTERS.phone).check(z.overwrite(plainDigits), z.regex(PHONE))),
  country: z.optional(z.string().check(z.regex(COUNTRY))),
});

/** One line of the basket. */
const checkoutItem = z.strictObject({
  path: offerPath,
  quantity: z.optional(z.int().check(z.gte(1), z.lte(MAX_QUANTITY))),
  /** The version the customer saw; another one on sale now is answered with `offer_changed`. */
  version: z.optional(line(100)),
});

/** Body of `POST /checkouts`. */
export const checkoutRequest = z.strictObject({
  attemptId,
  items: z.array(checkoutItem).check(z.minLength(1), z.maxLength(MAX_LINES)),
  customer: z.optional(customer),
  promoCode: z.optional(z.string().check(z.regex(/^[A-Z\d]{1,64}$/))),
  /** Where the customer buys, ISO 3166-1 alpha-2. */
  country: z.optional(z.string().check(z.regex(COUNTRY))),
  /** Campaign parameters of the page, such as `utm_source`. */
  carry: z.optional(z.record(z.string().check(z.regex(CARRIED_NAME)), typedLine(MAX_CARRIED))),
  /** Values to be kept with the order, whose names the backend is set up to take: a reference of your own. */
  tracking: z.optional(z.record(z.string().check(z.regex(CARRIED_NAME)), typedLine(MAX_CARRIED))),
  /** Token a site's own server signed; the only way to act for an account. */
  context: z.optional(z.string().check(z.maxLength(MAX_CONTEXT))),
  /** Answer to the challenge, where the backend asks for one. */
  challenge: z.optional(z.string().check(z.maxLength(2048))),
});

/** Answer 200 of `POST /checkouts`. */
export const checkoutAnswer = z.object({
  attemptId,
  /** Signed link, to be opened exactly as it is. */
  url: z.string(),
  /** ISO 8601 instant after which the basket is gone. */
  expiresAt: z.string(),
  /** What became of the promo code, where one was sent. */
  promo: z.optional(z.enum(['applied', 'refused', 'unknown'])),
});

/** Every answer that is not a success. */
export const failureAnswer = z.object({
  code: z.string(),
  requestId: z.string(),
  /** Paths of the fields that are wrong, `customer.email`, never their values. */
  fields: z.optional(z.array(z.string())),
  /** For callers with a key: what is wrong, in a sentence for whoever sets them up. */
  message: z.optional(z.string()),
  /** For agents: what to do next, in words for a model. */
  say: z.optional(z.string()),
  /** With `subscription_pending`: the day, or the instant, on which the pending change takes effect, in ISO 8601. */
  until: z.optional(z.string()),
});

/** See {@link customer}. */
export type Customer = z.infer<typeof customer>;
/** One line of the basket that a browser asks for. */
export type CheckoutItem = z.infer<typeof checkoutItem>;
/** See {@link checkoutRequest}. */
export type CheckoutRequest = z.infer<typeof checkoutRequest>;
/** See {@link checkoutAnswer}. */
export type CheckoutAnswer = z.infer<typeof checkoutAnswer>;
/** See {@link failureAnswer}. */
export type FailureAnswer = z.infer<typeof failureAnswer>;
