import * as z from 'zod/mini';
import { MAX_QUANTITY } from '../core/offer/order-limits.ts';
import { attemptId, line } from './checkout.ts';
import { offer } from './offers.ts';

/**
 * What the element and the backend say to each other about a change of plan: `POST {backend}/plan-changes` starts one,
 * `GET` and `PUT {backend}/plan-changes/{id}` read and alter it.
 *
 * Whose subscription it is comes from the site alone, in the header `Limio-Context` or by its hook. Prices, dates and
 * what may be chosen are Limio's.
 */

/** The header that carries the token a site's own server signed. */
export const CONTEXT_HEADER = 'Limio-Context';

/** Token of Google's reCAPTCHA v3, action `initiateCheckout`; left out where the tenant has no site key. */
const recaptcha = z.optional(z.string().check(z.regex(/^[\x21-\x7e]{1,4096}$/)));

const id = line(200);

/** Body of `POST /plan-changes`. */
export const planChangeRequest = z.strictObject({
  attemptId,
  /** Limio's id of the subscription. */
  subscription: id,
  /** Which plan is changed, where the subscription holds several: an id from `plans` of an earlier answer. */
  plan: z.optional(id),
  recaptcha,
});

/** Body of `PUT /plan-changes/{id}`. What is the case already is done again without harm. */
export const planChangeUpdate = z.strictObject({
  /** Id of the plan to change to, or `null` to keep the present one. Left out: as it is. */
  offer: z.optional(z.nullable(id)),
  /** How many of it. Left out: as many as now, where it allows that. */
  quantity: z.optional(z.int().check(z.gte(1), z.lte(MAX_QUANTITY))),
  /** Id of an add-on to add. */
  add: z.optional(id),
  /** Id of an add-on to take away. */
  remove: z.optional(id),
  recaptcha,
});

/** A plan or an add-on, as far as it is known. */
export const planOffer = z.object({
  id: z.string(),
  ...z.pick(offer, { name: true, summary: true, price: true, displayPrice: true, smallPrint: true }).shape,
  ...z.pick(offer, { features: true, badge: true, highlighted: true, quantity: true }).shape,
  /** Left out where the catalogue does not name it. */
  path: z.exactOptional(z.string()),
});

const money = z.object({ amount: z.string(), currency: z.string() });

/** One thing that will be different. */
const planLine = z.object({
  action: z.enum(['add', 'remove']),
  kind: z.enum(['plan', 'addOn']),
  offerId: z.string(),
  /** Left out where it is not known. */
  name: z.exactOptional(z.string()),
  quantity: z.int(),
  /** ISO 8601 instant at which it begins or ends. */
  effectiveAt: z.exactOptional(z.string()),
});

/** Answer 200 of each. */
export const planChangeAnswer = z.object({
  /** Names the change in the next requests; only the customer who started it can use it. */
  id: z.string(),
  subscription: z.string(),
  /** Its name, as on an invoice. */
  reference: z.exactOptional(z.string()),
  /** The present plan, and how many of it; each left out where it is not known. */
  plan: z.exactOptional(planOffer),
  quantity: z.exactOptional(z.int()),
  /** A plan has to be chosen before anything else can be, from `plans` where there are any. */
  mustChoose: z.boolean(),
  plans: z.array(planOffer),
  upgrades: z.array(planOffer),
  downgrades: z.array(planOffer),
  /** Add-ons there are once the change has been made, and those that could be added. */
  addOns: z.array(planOffer),
  crossSells: z.array(planOffer),
  /** What will be different; empty as long as nothing has been chosen. */
  lines: z.array(planLine),
  /** What is charged for each term from then on. See assumption plan-total. */
  total: z.exactOptional(money),
  /** ISO 8601 instant at which the change takes effect. */
  effectiveAt: z.exactOptional(z.string()),
  /** It has been confirmed at the shop. */
  isCompleted: z.boolean(),
  /** Page of the shop on which the customer confirms; left out while there is nothing to confirm. */
  url: z.exactOptional(z.string()),
});

/** See {@link planChangeRequest}. */
export type PlanChangeRequest = z.infer<typeof planChangeRequest>;
/** See {@link planChangeUpdate}. */
export type PlanChangeUpdate = z.infer<typeof planChangeUpdate>;
/** See {@link planOffer}. */
export type PlanOffer = z.infer<typeof planOffer>;
/** One thing that a change makes different. */
export type PlanLine = z.infer<typeof planLine>;
/** See {@link planChangeAnswer}. */
export type PlanChangeAnswer = z.infer<typeof planChangeAnswer>;
