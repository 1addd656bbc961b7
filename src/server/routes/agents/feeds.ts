import * as z from 'zod/mini';
import { listAnswer } from '../list-answer.ts';
import { COUNTRY_FILTER, IF_NONE_MATCH, LABEL_FILTER, route, UPSTREAM, type Route } from '../route.ts';

/** What a document is known by. */
const ETAG = { etag: 'Names this very document.' };

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
    parameters: [LABEL_FILTER, COUNTRY_FILTER, IF_NONE_MATCH],
    answer: { name: 'OffersDocument', schema: z.string() },
    limit: 'reads',
    failures: UPSTREAM,
    types: [type],
    headers: ETAG,
    statuses: { 304: { description: 'The document at hand is today’s.', headers: ETAG } },
    handle: (call, services) =>
      listAnswer(call, services, { form: 'markdown', paths: [], attributes: [] }, `${type}; charset=utf-8`),
  });

/** Two addresses of one document: the one that crawlers look for, and the one that a page links to. */
export const FEED_ROUTES: readonly Route[] = [
  feed('getLlmsTxt', '/llms.txt', 'text/plain'),
  feed('getOffersDocument', '/offers.md', 'text/markdown'),
];
