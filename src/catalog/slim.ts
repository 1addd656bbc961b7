import { LimioError } from '../core/errors.ts';
import type { Offer } from '../core/offer.ts';
import { readOffer } from '../core/read-offer.ts';

/** A list of offers after reading, and what could not be read of it. */
export interface Catalog {
  offers: Offer[];
  /** ISO 8601 instant at which the list was made. */
  asOf?: string;
  /** The list is older than its maker wanted. */
  stale?: boolean;
  /** One entry for each offer that was left out, naming it. */
  dropped: LimioError[];
}

/** Whether a document is a recorded reply of Limio, which needs the catalogue module to be read. */
export function isLimioReply(document: unknown): boolean {
  const items = Array.isArray(document) ? document : (document as { items?: unknown } | null)?.items;
  return Array.isArray(items) && items.some((item) => item && typeof item === 'object' && 'data' in item);
}

/** Reads offers in our own shape: a list, or a document with `offers`. One bad offer never hides the others. */
export function readSlim(document: unknown): Catalog {
  const { offers: list = document, asOf, stale } = (document ?? {}) as Record<string, unknown>;
  if (!Array.isArray(list))
    throw new LimioError('json_invalid', 'The offers are not a list. Use [ { "path": "/offers2/Pro" } ].');
  const offers = new Map<string, Offer>();
  const dropped: LimioError[] = [];
  list.forEach((entry, position) => {
    const offer = readOffer(entry);
    if (offer && !offers.has(offer.path)) offers.set(offer.path, offer);
    else dropped.push(new LimioError('offer_unreadable', `Offer ${position + 1} has no path of its own.`));
  });
  return {
    offers: [...offers.values()],
    dropped,
    ...(typeof asOf === 'string' && { asOf }),
    ...(stale === true && { stale }),
  };
}
