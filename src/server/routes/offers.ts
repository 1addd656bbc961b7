import { offerList } from '../../contract/offers.ts';
import { readFilters } from '../offers/attribute-filters.ts';
import { isoCountry } from '../../core/iso-country.ts';
import { caching } from '../offers/caching.ts';
import { selectedOffers } from '../offers/written-lists.ts';
import { chosenEncoding } from '../offers/encoding.ts';
import { sharedBody } from '../offers/shared-body.ts';
import { JSON_HEADERS } from './answers.ts';
import { documentAnswer } from './offers-document.ts';
import { COUNTRY_FILTER, LABEL_FILTER, route, UPSTREAM } from './route.ts';

/** Bytes below which compressing an answer gains nothing. */
const MIN_COMPRESSED = 1000;

/** Most offers that a caller may name. */
const MAX_PATHS = 100;

/**
 * What is for sale now, reduced to what is shown. It is public and the same for everybody, so that a CDN may
 * keep one copy for all pages.
 */
export const offers = route({
  name: 'listOffers',
  method: 'GET',
  path: '/offers',
  tag: 'shop',
  access: 'anyone',
  summary: 'Offers for sale',
  description: 'Reduced to what is shown. Cached; `stale` says that Limio could not be asked again.',
  parameters: [
    LABEL_FILTER,
    COUNTRY_FILTER,
    {
      name: 'path',
      in: 'query',
      description: 'Only this offer; may be repeated.',
    },
    {
      name: 'attributes.group__limio',
      in: 'query',
      description:
        'Only offers of the catalogue with this attribute, as Offers V2 filters; so for each attribute that the backend is set up to filter by.',
    },
    {
      name: 'format',
      in: 'query',
      description: '`md`: as Markdown for readers, at most 50 offers.',
      schema: { type: 'string', enum: ['md'] },
    },
    { name: 'If-None-Match', in: 'header', description: '`etag` of the list at hand.' },
  ],
  answer: { name: 'OfferList', schema: offerList },
  headers: { etag: 'Names this very list.' },
  statuses: { 304: 'The list at hand is today’s.' },
  limit: 'reads',
  failures: ['bad_request', ...UPSTREAM],
  async handle({ request, query, context }, services) {
    const { offers: catalogue, writeList, compressors, settings } = services;
    const { now, freshFor, filters } = settings;
    const parameters = new URL(request.url).searchParams;
    const attributes = readFilters(parameters, filters);
    const snapshot = await catalogue.get(context);
    const isStale = catalogue.isStale(snapshot);
    Object.assign(context.logFields, { isStale, items: snapshot.offers.length });
    const selection = {
      label: query('label') ?? '',
      country: isoCountry((query('country') ?? '').toUpperCase()),
      paths: parameters.getAll('path').slice(0, MAX_PATHS),
      attributes,
      isStale,
      now: now(),
    };
    if (query('format') === 'md')
      return documentAnswer([...selectedOffers(snapshot, selection)], snapshot, 'text/markdown', services);
    const writing = writeList(snapshot, selection);
    // Others may wait for it, too, when this caller has gone away.
    context.waitUntil(writing);
    const list = await writing;
    const headers = {
      ...JSON_HEADERS,
      'cache-control': caching(isStale, freshFor),
      etag: list.etag,
      vary: 'accept-encoding',
    };
    if (matches(request.headers.get('if-none-match'), list.etag))
      return new Response(null, { status: 304, headers });
    const encoding = chosenEncoding(request.headers.get('accept-encoding'), compressors);
    if (!encoding || list.bytes.length < MIN_COMPRESSED)
      return new Response(sharedBody(list.bytes), { headers });
    const init = { headers: { ...headers, 'content-encoding': encoding }, ...ENCODED };
    return new Response(sharedBody(await list.compressed(encoding)), init);
  },
});

/** Workers compress by themselves what has such a header, unless they are told that it is compressed already. */
const ENCODED = { encodeBody: 'manual' };

const matches = (wanted: string | null, etag: string): boolean =>
  wanted?.split(',').some((each) => each.trim() === etag || each.trim() === '*') ?? false;
