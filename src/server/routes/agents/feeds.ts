import * as z from 'zod/mini';
import { offersDocument } from '../../../agent/say/offers-document.ts';
import { isoCountry } from '../../../core/iso-country.ts';
import { caching } from '../../offers/caching.ts';
import { COUNTRY_FILTER, LABEL_FILTER, route, UPSTREAM, type Route } from '../route.ts';

/** What is on sale as a document, for readers that follow links and call nothing. */
const feed = (name: string, path: `/${string}`, type: string): Route =>
  route({
    name,
    method: 'GET',
    path,
    tag: 'agents',
    access: 'anyone',
    summary: 'Offers for sale, as Markdown',
    description: 'One link for each offer, at most 50.',
    parameters: [LABEL_FILTER, COUNTRY_FILTER],
    answer: { name: 'OffersDocument', schema: z.string() },
    limit: 'reads',
    failures: UPSTREAM,
    async handle({ query, context }, { offers, settings: { shop, rules, now, freshFor } }) {
      const snapshot = await offers.get(context);
      const text = offersDocument(
        snapshot,
        { shop, page: rules.page, now },
        { label: query('label'), country: isoCountry(query('country')?.toUpperCase()) },
      );
      return new Response(text, {
        headers: {
          'content-type': `${type}; charset=utf-8`,
          'cache-control': caching(offers.isStale(snapshot), freshFor),
          'x-content-type-options': 'nosniff',
        },
      });
    },
  });

/** Two addresses of one document: the one that crawlers look for, and the one that a page links to. */
export const FEED_ROUTES: readonly Route[] = [
  feed('getLlmsTxt', '/llms.txt', 'text/plain'),
  feed('getOffersDocument', '/offers.md', 'text/markdown'),
];
