import * as z from 'zod/mini';
import { isoCountry } from '../../../core/iso-country.ts';
import { selectedOffers } from '../../offers/written-lists.ts';
import { documentAnswer } from '../offers-document.ts';
import { COUNTRY_FILTER, LABEL_FILTER, route, UPSTREAM, type Route } from '../route.ts';

/** What is on sale as a document, for readers that follow links and call nothing. */
const feed = (name: string, path: `/${string}`, type: 'text/markdown' | 'text/plain'): Route =>
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
    async handle({ query, context }, services) {
      const snapshot = await services.offers.get(context);
      const chosen = selectedOffers(snapshot, {
        label: query('label') ?? '',
        country: isoCountry((query('country') ?? '').toUpperCase()),
        paths: [],
        attributes: [],
        now: services.settings.now(),
      });
      return documentAnswer([...chosen], snapshot, type, services);
    },
  });

/** Two addresses of one document: the one that crawlers look for, and the one that a page links to. */
export const FEED_ROUTES: readonly Route[] = [
  feed('getLlmsTxt', '/llms.txt', 'text/plain'),
  feed('getOffersDocument', '/offers.md', 'text/markdown'),
];
