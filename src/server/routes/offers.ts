import { LRUCache } from 'lru-cache';
import { offerList, type OfferList } from '../../contract/offers.ts';
import { COUNTRY } from '../../core/customer-rules.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { digest } from '../gate/digest.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import type { Snapshot } from '../offers/offer-cache.ts';
import { JSON_HEADERS } from './answers.ts';
import { route, UPSTREAM } from './route.ts';

/**
 * How long a list may be kept: by browsers and CDNs, while a newer one is fetched, and while there is no
 * newer one to be had. The last is what keeps a shop open while the backend is down.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5861
 */
export const CACHING = {
  fresh: 'public, max-age=60, s-maxage=60, stale-while-revalidate=600, stale-if-error=86400',
  stale: 'public, max-age=10, s-maxage=10, stale-while-revalidate=600, stale-if-error=86400',
};

/** Most lists that are kept ready for one catalogue, as anybody may ask for any label. */
const MAX_LISTS = 50;

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
    { name: 'label', in: 'query', description: 'Only offers with this label.' },
    {
      name: 'country',
      in: 'query',
      description: 'Only offers sold there, ISO 3166-1 alpha-2.',
      schema: { type: 'string', pattern: COUNTRY.source },
    },
    { name: 'If-None-Match', in: 'header', description: '`etag` of the list at hand.' },
  ],
  answer: { name: 'OfferList', schema: offerList },
  headers: { etag: 'Names this very list.' },
  statuses: { 304: 'The list at hand is today’s.' },
  limit: 'reads',
  failures: UPSTREAM,
  async handle({ request, query, context }, { offers: catalog, settings: { now } }) {
    const snapshot = await catalog.get(context);
    const isStale = catalog.isStale(snapshot);
    Object.assign(context.logFields, { isStale, items: snapshot.offers.length });
    const { body, etag } = await written(snapshot, {
      label: query('label') ?? '',
      country: (query('country') ?? '').toUpperCase(),
      isStale,
      now: now(),
    });
    const headers = { ...JSON_HEADERS, 'cache-control': CACHING[isStale ? 'stale' : 'fresh'], etag };
    return matches(request.headers.get('if-none-match'), etag)
      ? new Response(null, { status: 304, headers })
      : new Response(body, { headers });
  },
});

interface Selection {
  label: string;
  country: string;
  isStale: boolean;
  now: number;
}

interface Written {
  body: string;
  etag: string;
}

/** Lists that have been written, once a minute instead of for each request. */
const ready = new WeakMap<Snapshot, LRUCache<string, Promise<Written>>>();

function written(snapshot: Snapshot, selection: Selection): Promise<Written> {
  const { label, country, isStale, now } = selection;
  const key = JSON.stringify([label, country, isStale, Math.floor(now / 60_000)]);
  const lists = ready.get(snapshot) ?? new LRUCache({ max: MAX_LISTS });
  ready.set(snapshot, lists);
  const list = lists.get(key) ?? write(snapshot, selection);
  lists.set(key, list);
  return list;
}

async function write({ offers, readAt }: Snapshot, selection: Selection): Promise<Written> {
  const { label, country, isStale, now } = selection;
  const shown = offers
    .filter((offer) => isForSale(offer, { now, country }))
    .filter(({ labels }) => !label || labels?.includes(label))
    .map(withoutId);
  const list: OfferList = {
    offers: shown as OfferList['offers'],
    asOf: new Date(readAt).toISOString(),
    ...(isStale && { stale: true }),
  };
  // Weak, as the instant of reading is left out: the same offers read again are not a new list.
  const etag = `W/"${await digest(JSON.stringify([shown, isStale]))}"`;
  return { body: JSON.stringify(list), etag };
}

/** The id is for orders; a browser has no use for it. */
const withoutId = ({ id: _, ...offer }: Offer): Offer => offer;

const matches = (wanted: string | null, etag: string): boolean =>
  wanted?.split(',').some((each) => each.trim() === etag || each.trim() === '*') ?? false;
