import { LimioError } from '../core/errors/limio-error.ts';
import type { Offer } from '../core/offer/offer.ts';
import { priceProblem } from '../core/price/price-problem.ts';

/** A list of offers after reading, and what could not be read of it. */
export interface Catalog {
  offers: Offer[];
  /** ISO 8601 instant at which the list was made. */
  asOf?: string;
  /** The list is older than its maker wanted. */
  stale?: boolean;
  /** One `offer_unreadable` for each entry that was left out, naming it, and what is wrong with the others. */
  dropped: LimioError[];
}

/**
 * Reads a list entry by entry: one bad offer never hides the others, and of two with one path the first stays.
 *
 * @param document what the list was found in; may say `asOf` and `stale`.
 * @param read gives `undefined` for what cannot be read and `null` for what is not meant to be shown.
 */
export function collectOffers(
  list: readonly unknown[],
  { asOf, stale }: { asOf?: unknown; stale?: unknown },
  read: (entry: unknown) => Offer | null | undefined,
): Catalog {
  const offers = new Map<string, Offer>();
  const dropped: LimioError[] = [];
  list.forEach((entry, i) => {
    const offer = read(entry);
    if (offer === null) return;
    const problem = offer && priceProblem(entry, offer);
    if (problem) dropped.push(problem);
    if (offer && !offers.has(offer.path)) offers.set(offer.path, offer);
    else dropped.push(leftOut(i + 1, entry, offer));
  });
  return {
    offers: [...offers.values()],
    dropped,
    ...(typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) && { asOf }),
    ...(stale === true && { stale }),
  };
}

function leftOut(position: number, entry: unknown, offer: Offer | undefined): LimioError {
  const { path } = (entry ?? {}) as { path?: unknown };
  const given = typeof path === 'string' ? `, ${JSON.stringify(path.slice(0, 60))},` : '';
  const fault = offer ? 'its path is in the list already' : 'its path is none of an offer';
  return new LimioError(
    'offer_unreadable',
    `Offer ${position} of the list${given} was left out: ${fault}. Give each its own path, such as "/offers2/Pro".`,
  );
}
