import { LimioError } from '../../core/errors/limio-error.ts';
import type { AbandonedBasket } from './basket.ts';
import type { RequestOptions } from '../transport/transport.ts';
import { UpstreamError } from '../transport/upstream-error.ts';

/** Most pages that are read in one go: 1,000 pages of 200 baskets. */
const MAX_PAGES = 1000;

/** Where a reader has got to; plain JSON, to be kept between runs. */
export interface Checkpoint {
  /** ISO 8601 instant the list begins after. */
  createdAfter: string;
  /** Limio's cursor, while in the middle of a list. */
  queryMore?: string;
  /** The youngest basket seen so far, while in the middle of a list. */
  newest?: string;
  /** ISO 8601 instant the list ends at, while in the middle of one that has an end. */
  until?: string;
}

/** From when to read: an instant, or where the last run left off. */
export interface ReadAbandoned {
  /** ISO 8601 instant, or the `checkpoint` of the last page that was dealt with. */
  since: string | Checkpoint;
  /**
   * ISO 8601 instant. Baskets made later are left for another run, and no checkpoint passes it. Limio lists every
   * active basket, so that one is abandoned only once it has an age: read until an hour ago. Default: there is no end.
   */
  until?: string;
  /** Baskets per page, 1 to 200. Default 50. */
  limit?: number;
}

/** One page of baskets, and where to go on from once they have been dealt with. */
export interface AbandonedPage {
  items: AbandonedBasket[];
  checkpoint: Checkpoint;
}

interface Query {
  limit: number;
  createdAfter: string;
  queryMore?: string | undefined;
}

interface Reply {
  items: AbandonedBasket[];
  queryMore?: string | null | undefined;
}

type Read = (query: Query, options?: RequestOptions) => Promise<Reply>;

/**
 * Reads the baskets customers left behind, page by page. Baskets come at least once: a basket made at the
 * very instant of a checkpoint may come again. See assumption abandoned-order.
 *
 * A run that was stopped in the middle of a list goes on with its cursor, and ends where it would have ended: pages
 * come in any order, so what was left out of the first ones stays for the next run. See assumption abandoned-cursor.
 *
 * @throws {LimioError} `upstream_invalid` when the list never ends
 *
 * @example
 * const until = new Date(Date.now() - 3_600_000).toISOString();
 * for await (const { items, checkpoint } of limio.abandonedBaskets({ since, until }, { signal })) {
 *   await makeLeads(items);
 *   await save(checkpoint);
 * }
 */
export function abandonedPages(read: Read, now: () => number = Date.now) {
  return async function* (
    { since, until: wanted, limit = 50 }: ReadAbandoned,
    options?: RequestOptions,
  ): AsyncGenerator<AbandonedPage> {
    let at: Checkpoint = typeof since === 'string' ? { createdAfter: since } : since;
    const { createdAfter } = at;
    const until = at.until ?? wanted;
    if (until !== undefined && !(Date.parse(until) > Date.parse(createdAfter))) return;
    const places = new Set<string>();
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const query = { limit, createdAfter, queryMore: at.queryMore };
      const page = await (pages || !at.queryMore ? read(query, options) : goOn(read, query, options));
      const items = old(page.items, until);
      const made = items
        .map(({ created }) => created)
        .filter((instant) => !(Date.parse(instant ?? '') > now()));
      const newest = latest([at.newest, createdAfter, ...made]);
      if (!page.queryMore) {
        yield { items, checkpoint: { createdAfter: until ?? newest } };
        return;
      }
      at = { createdAfter, queryMore: page.queryMore, newest, ...(until !== undefined && { until }) };
      yield { items, checkpoint: at };
      const place = placeOf(page);
      if (places.has(place)) break;
      places.add(place);
    }
    throw new LimioError('upstream_invalid', 'abandonedBaskets: the list of baskets does not end.');
  };
}

/** Reads on with a stored cursor. One that Limio no longer knows is dropped, and the list read from its beginning. */
function goOn(read: Read, query: Query, options?: RequestOptions): Promise<Reply> {
  return read(query, options).catch((error: unknown) => {
    if (!(error instanceof UpstreamError) || [401, 403, 429].includes(error.status)) throw error;
    return read({ ...query, queryMore: undefined }, options);
  });
}

/** The baskets of a page that were made in time, each once; those without an id or an instant always. */
function old(items: readonly AbandonedBasket[], until: string | undefined): AbandonedBasket[] {
  const end = until === undefined ? Infinity : Date.parse(until);
  const seen = new Set<string | undefined>();
  return items.filter(
    ({ id, created }) => !(Date.parse(created ?? '') > end) && (!id || (!seen.has(id) && seen.add(id))),
  );
}

/** Where a page leads: a cursor alone says nothing, as one may stand for the next page however often it is asked for. */
const placeOf = ({ items: [first], queryMore }: Reply): string => JSON.stringify([queryMore, first?.id]);

/** The latest of several instants; what is not one is passed over. */
function latest(instants: readonly (string | undefined)[]): string {
  const times = instants.map((instant) => Date.parse(instant ?? '')).filter((time) => !Number.isNaN(time));
  return new Date(Math.max(...times)).toISOString();
}
