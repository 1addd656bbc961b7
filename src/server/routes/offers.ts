import { offerList } from '../../contract/offers.ts';
import { readFilters } from '../offers/attribute-filters.ts';
import { listAnswer } from './list-answer.ts';
import { COUNTRY_FILTER, IF_NONE_MATCH, LABEL_FILTER, route, UPSTREAM } from './route.ts';

/** What a list is known by. */
const ETAG = { etag: 'Names this very list.' };

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
    IF_NONE_MATCH,
  ],
  answer: { name: 'OfferList', schema: offerList },
  types: ['application/json', 'text/markdown'],
  headers: ETAG,
  statuses: { 304: { description: 'The list at hand is today’s.', headers: ETAG } },
  limit: 'reads',
  failures: ['bad_request', ...UPSTREAM],
  handle(call, services) {
    const parameters = new URL(call.request.url).searchParams;
    const chosen = {
      form: call.query('format') === 'md' ? ('markdown' as const) : ('json' as const),
      paths: parameters.getAll('path').slice(0, MAX_PATHS),
      attributes: readFilters(parameters, services.settings.filters),
    };
    return listAnswer(call, services, chosen);
  },
});
