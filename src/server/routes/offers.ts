import type { Context } from 'hono';
import { LRUCache } from 'lru-cache';
import type { OfferList } from '../../contract/offers.ts';
import type { Offer } from '../../core/offer.ts';
import { JSON_HEADERS } from './answers.ts';
import { digest } from '../gate/digest.ts';
import type { OfferCache, Snapshot } from '../offers/offer-cache.ts';
import { isForSale } from '../../core/is-for-sale.ts';
import type { Env } from '../request-context.ts';

/** How long browsers and CDNs may keep a list, in seconds. */
const MAX_AGE_SECONDS = 60;

/** `GET /offers?label=&country=`: what is for sale now, slimmed to what is shown. */
export function offersRoute(offers: OfferCache, now: () => number) {
  // A list is the same for everybody, so it is written once a minute, not for each request.
  const written = new WeakMap<Snapshot, LRUCache<string, Promise<Written>>>();

  return async ({ req, env: { visit } }: Context<Env>): Promise<Response> => {
    const snapshot = await offers.get(visit.deadline.signal);
    const [label, country] = [req.query('label') ?? '', (req.query('country') ?? '').toUpperCase()];
    const isStale = offers.isStale(snapshot);
    visit.notes.isStale = isStale;

    const key = JSON.stringify([label, country, isStale, Math.floor(now() / 60_000)]);
    const lists = written.get(snapshot) ?? new LRUCache({ max: 50 });
    written.set(snapshot, lists);
    const list = lists.get(key) ?? write(snapshot, { label, country, isStale, now: now() });
    lists.set(key, list);

    const { body, etag } = await list;
    visit.notes.items = snapshot.offers.length;
    const caching = isStale ? 'no-cache' : `public, max-age=${MAX_AGE_SECONDS}`;
    const headers = { ...JSON_HEADERS, 'cache-control': caching, etag };
    if (matches(req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
    return new Response(body, { headers });
  };
}

interface Written {
  body: string;
  etag: string;
}

interface Selection {
  label: string;
  country: string;
  isStale: boolean;
  now: number;
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

const matches = (wanted: string | undefined, etag: string): boolean =>
  wanted?.split(',').some((each) => each.trim() === etag || each.trim() === '*') ?? false;
