import { offersDocument } from '../../agent/say/offers-document.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { caching } from '../offers/caching.ts';
import type { Snapshot } from '../offers/offer-cache.ts';
import type { Services } from '../services.ts';

/**
 * Answers with offers as Markdown, kept by caches as their list in JSON is.
 *
 * @param offers those that are asked for.
 * @param snapshot what they were taken from.
 * @param type media type under which readers take it.
 */
export function documentAnswer(
  offers: readonly Offer[],
  snapshot: Snapshot,
  type: 'text/markdown' | 'text/plain',
  { offers: catalogue, settings: { shop, rules, now, freshFor, agents } }: Services,
): Response {
  const shortLinks = agents?.publicUrl && `${agents.publicUrl}/buy/`;
  const text = offersDocument(
    { offers, readAt: snapshot.readAt },
    { shop, page: rules.page, now },
    { ...(shortLinks && { shortLinks }) },
  );
  return new Response(text, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'cache-control': caching(catalogue.isStale(snapshot), freshFor),
      'x-content-type-options': 'nosniff',
    },
  });
}
