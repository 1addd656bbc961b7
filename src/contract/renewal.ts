import * as z from 'zod/mini';
import { MAX_CHARACTERS, EMAIL } from '../core/customer-rules.ts';
import { MAX_PATH } from '../core/offer/order-limits.ts';
import { line, typedLine } from './checkout.ts';
import { lifetime } from './lifetime.ts';
import { externalId } from './quote.ts';

/** What a caller with a key and the backend say to each other about a renewal, `POST {backend}/renewals`. */

/** Details that have to be those of the subscriber. Which of them is wrong is never said. */
const verify = z.strictObject({
  email: z.optional(typedLine(MAX_CHARACTERS.email).check(z.regex(EMAIL))),
  /** Fields of an address as Limio has them: `postalCode`, `country` and so on. */
  address: z.optional(z.record(z.string().check(z.regex(/^\w{1,40}$/)), typedLine(200))),
});

/** Body of `POST /renewals`. */
export const renewalRequest = z
  .strictObject({
    /** Id of the subscription; or its reference. */
    subscriptionId: z.optional(line(200)),
    subscriptionReference: z.optional(line(200)),
    verify: z.optional(verify),
    /** Default 14 days, at most 30. */
    expiresAfter: z.optional(lifetime),
    /** Path of the renewal page of the shop. Default: the one that the backend is set up with. */
    page: z.optional(line(MAX_PATH)),
    /** Names the renewal in your own system; the same one never makes two baskets. Default: one of ours. */
    externalId: z.optional(externalId),
  })
  .check(
    z.refine(
      ({ subscriptionId, subscriptionReference }) =>
        (subscriptionId === undefined) !== (subscriptionReference === undefined),
      {
        path: ['subscriptionId'],
        params: { right: 'or `subscriptionReference` has to be there, and not both' },
      },
    ),
  );

/** Answer 200 of `POST /renewals`. */
export const renewalAnswer = z.object({
  /** Renewal page of the shop with the basket. See assumption renewal-link. */
  url: z.string(),
  basketId: z.string(),
  externalId: z.string(),
  /** ISO 8601 instant after which the basket is gone. */
  expiresAt: z.string(),
  /** Segments of the subscriber, by which the shop's journeys choose what is offered. */
  segments: z.array(z.string()),
  /** The subscription and its attributes, as Limio has them. */
  renewalDetails: z.optional(
    z.looseObject({
      subscription: z.optional(z.record(z.string(), z.unknown())),
      attributes: z.optional(z.record(z.string(), z.unknown())),
    }),
  ),
  /** Whether the renewal page hides the e-mail address, and the price. */
  hideEmailField: z.optional(z.boolean()),
  hidePriceField: z.optional(z.boolean()),
});

/** See {@link renewalRequest}. */
export type RenewalRequest = z.input<typeof renewalRequest>;
/** See {@link renewalAnswer}. */
export type RenewalAnswer = z.infer<typeof renewalAnswer>;
