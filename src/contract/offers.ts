import * as z from 'zod/mini';
import type { Offer } from '../core/offer/offer.ts';

/**
 * The list of offers as the backend sends it, `GET {backend}/offers`, and as a static file may hold it.
 *
 * Strict in what is sent; whoever reads a list uses `readOffer`, which forgives.
 */

const decimal = z.string().check(z.regex(/^\d{1,15}(\.\d{1,6})?$/));

const interval = z.object({ unit: z.enum(['day', 'week', 'month', 'year']), count: z.int().check(z.gte(1)) });

const segment = z.object({ text: z.string(), style: z.exactOptional(z.enum(['strong', 'struck'])) });

const price = z.object({
  amount: decimal,
  currency: z.string().check(z.regex(/^[A-Z]{3}$/)),
  interval: z.exactOptional(interval),
  was: z.exactOptional(decimal),
  isFrom: z.exactOptional(z.boolean()),
  intro: z.exactOptional(z.object({ amount: decimal, duration: interval })),
  additional: z.exactOptional(z.array(z.object({ amount: decimal, interval: z.exactOptional(interval) }))),
});

const quantity = z.object({ initial: z.int(), min: z.int(), max: z.int(), step: z.int() });

const feature = z.object({
  text: z.string(),
  hint: z.exactOptional(z.string()),
  included: z.exactOptional(z.boolean()),
  value: z.exactOptional(z.string()),
  group: z.exactOptional(z.string()),
});

/** One offer. */
export const offer = z.object({
  path: z.string().check(z.startsWith('/')),
  id: z.exactOptional(z.string()),
  version: z.exactOptional(z.string()),
  name: z.string(),
  summary: z.exactOptional(z.string()),
  price: z.exactOptional(price),
  displayPrice: z.exactOptional(z.array(segment)),
  smallPrint: z.exactOptional(z.array(segment)),
  features: z.exactOptional(z.array(z.union([z.string(), feature]))),
  badge: z.exactOptional(z.string()),
  highlighted: z.exactOptional(z.boolean()),
  cta: z.exactOptional(z.string()),
  group: z.exactOptional(z.string()),
  labels: z.exactOptional(z.array(z.string())),
  quantity: z.exactOptional(quantity),
  image: z.exactOptional(z.string()),
  href: z.exactOptional(z.string()),
  page: z.exactOptional(z.string()),
  countries: z.exactOptional(z.array(z.string())),
  from: z.exactOptional(z.string()),
  until: z.exactOptional(z.string()),
}) satisfies z.ZodMiniType<Offer>;

/** Answer 200 of `GET /offers`. */
export const offerList = z.object({
  offers: z.array(offer),
  /** ISO 8601 instant at which the list was read from Limio. */
  asOf: z.string(),
  /** Limio could not be asked again; the list is older than it should be. */
  stale: z.exactOptional(z.boolean()),
});

/** See {@link offerList}. */
export type OfferList = z.infer<typeof offerList>;
