import * as z from 'zod/mini';

/** How long Limio's signed links live: https://docs.limio.com/guides/developer-guides/guide-checkout-link */
const LINK_DAYS = 30;

const count = (min: number, perDay: number) =>
  z.optional(z.int().check(z.gte(min), z.lte(perDay * LINK_DAYS)));

/**
 * How long a basket lives, in exactly one unit: from a minute on, as Limio demands, to 30 days, when the link to it
 * ends, so that no basket outlives the link that leads to it.
 */
export const lifetime = z
  .strictObject({
    seconds: count(60, 86_400),
    minutes: count(1, 1440),
    hours: count(1, 24),
    days: count(1, 1),
  })
  .check(
    z.refine((span) => Object.values(span).filter((units) => units !== undefined).length === 1, {
      params: { right: 'has to be in one unit: seconds, minutes, hours or days' },
    }),
  );

/** See {@link lifetime}. */
export type Lifetime = z.infer<typeof lifetime>;

const SECONDS = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };

/** A lifetime in milliseconds. */
export const lifetimeMs = (span: Lifetime): number =>
  Object.entries(span).reduce(
    (sum, [unit, units]) => sum + SECONDS[unit as keyof typeof SECONDS] * (units ?? 0) * 1000,
    0,
  );
