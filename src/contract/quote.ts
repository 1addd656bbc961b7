import * as z from 'zod/mini';
import { COUNTRY } from '../core/customer-rules.ts';
import { MAX_LINES, MAX_PATH, MAX_QUANTITY } from '../core/offer/order-limits.ts';
import { PROMO_CODE } from '../core/offer/promo-code.ts';
import { customer, line as text, offerPath } from './checkout.ts';
import { lifetime } from './lifetime.ts';

/**
 * What a CRM, or whoever else has a key, and the backend say to each other about a quote, `POST {backend}/quotes`:
 * a basket with a signed link, made for somebody who need not be there.
 *
 * Price and total are Limio's, so there is no field for them, and unknown fields are refused.
 */

/**
 * One line of a quote: an offer or an add-on, of any sales channel. By its path, or by its id, it is looked up in what is
 * published.
 */
export const quoteItem = z
  .strictObject({
    path: z.optional(offerPath),
    id: z.optional(text(200)),
    /** The version the quote was written for, needed with an id; where another one is published now, the answer is `offer_changed`. */
    version: z.optional(text(200)),
    /** With an id; default `offer`. A path says it by itself. */
    type: z.optional(z.enum(['offer', 'add_on'])),
    /** Default: what the offer begins with, or 1. */
    quantity: z.optional(z.int().check(z.gte(1), z.lte(MAX_QUANTITY))),
    /** Path or id of the offer of this quote that an add-on belongs to. Default: the first one it goes with. */
    parent: z.optional(text(MAX_PATH)),
  })
  .check(
    z.refine(({ path, id }) => (path === undefined) !== (id === undefined), {
      path: ['path'],
      params: { right: 'or `id` has to be there, and not both' },
    }),
    z.refine(({ id, version }) => id === undefined || version !== undefined, {
      path: ['version'],
      params: { right: 'has to be there beside `id`' },
    }),
    z.refine(({ path, type }) => path === undefined || type === undefined, {
      path: ['type'],
      params: { right: 'goes with `id` alone, as a path says what it is' },
    }),
  );

/** Whom the checkout acts for, without a login. Its page must use anonymous authentication. */
const account = z.strictObject({
  accountId: text(200),
  contactId: z.optional(text(200)),
  userId: z.optional(text(200)),
});

/** Names that mean something to Limio, or to us: what they hold is decided elsewhere. */
export const RESERVED = /^(offers|purchaseCountryCode|accountId|contactId|userId|limioOffers)$/i;

/** How deep what is tracked may be nested. */
const MAX_DEPTH = 10;

const json = z.json();

/** Values of the caller's own, kept with the order: any JSON. */
export const tracking = z.record(
  z.string().check(
    z.regex(/^[\w.-]{1,60}$/),
    z.refine((name) => !RESERVED.test(name)),
  ),
  // A number without end is none in JSON, although it can be written there.
  z.unknown().check(z.refine((value) => depthOf(value) <= MAX_DEPTH && z.safeParse(json, value).success)),
);

/** Limio's basket is named by it: `basket-` and this. Partner operations take 32 to 36 characters. */
export const externalId = z.string().check(z.regex(/^[\w-]{1,128}$/));

/** Body of `POST /quotes`. */
export const quoteRequest = z.strictObject({
  items: z.array(quoteItem).check(z.minLength(1), z.maxLength(MAX_LINES)),
  account: z.optional(account),
  customer: z.optional(customer),
  /** Where the customer buys, ISO 3166-1 alpha-2. */
  country: z.optional(z.string().check(z.regex(COUNTRY))),
  promoCode: z.optional(z.string().check(z.regex(PROMO_CODE))),
  /** Default 14 days, at most 30: that is how long the link lives. */
  expiresAfter: z.optional(lifetime),
  /** Path of the checkout page, such as `/anonymous-checkout`. */
  page: z.optional(text(MAX_PATH)),
  /** Where the order comes from. Default `shop`. */
  source: z.optional(text(100)),
  /** Names the quote in your own system; the same one never makes two baskets. Default: one of ours. */
  externalId: z.optional(externalId),
  tracking: z.optional(tracking),
});

/** Answer 200 of `POST /quotes`. */
export const quoteAnswer = z.object({
  /** Signed link, to be handed out exactly as it is. Whoever has it can open the checkout. */
  url: z.string(),
  /** Whether the link acts for the account, without a login. */
  linkKind: z.enum(['assisted', 'recovery']),
  /** What the checkout page has to be set up with in Limio. */
  requires: z.optional(z.enum(['anonymous_authentication'])),
  basketId: z.string(),
  externalId: z.string(),
  /** ISO 8601 instant after which the basket is gone. */
  expiresAt: z.string(),
  /** What Limio charges, in major units: 29.9 is 29.90 of the currency. */
  total: z.optional(z.object({ amount: z.number(), currency: z.optional(z.string()) })),
  /** What became of the promo code, where one was sent. */
  promo: z.optional(z.enum(['applied', 'refused', 'unknown'])),
});

/** How deep a value is nested; a value that holds itself is too deep. */
function depthOf(value: unknown): number {
  let depth = 0;
  for (let level = [value]; level.length && depth <= MAX_DEPTH + 1; depth++)
    level = level.flatMap((each): unknown[] => (each && typeof each === 'object' ? Object.values(each) : []));
  return depth - 1;
}

/** See {@link quoteItem}. */
export type QuoteItem = z.infer<typeof quoteItem>;
/** See {@link quoteRequest}. */
export type QuoteRequest = z.input<typeof quoteRequest>;
/** See {@link quoteAnswer}. */
export type QuoteAnswer = z.infer<typeof quoteAnswer>;
