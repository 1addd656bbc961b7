import { LimioError } from '../../core/errors.ts';
import type { AbandonedBasket } from './basket.ts';
import type { RequestOptions } from '../transport/transport.ts';

/** Most pages that are read in one go: 1,000 pages of 200 baskets. */
const MAX_PAGES = 1000;

/** Where a reader has got to; plain JSON, to be kept between runs. */
export interface Checkpoint {
  /** ISO 8601 instant the list begins after. */
  createdAfter: string;
  /** Limio's cursor, while in the middle of a list. */
  queryMore?: string;
  /** The youngest basket seen so far, where the next list begins. */
  newest?: string;
}

/** From when to read: an instant, or where the last run left off. */
export interface ReadAbandoned {
  /** ISO 8601 instant, or the `checkpoint` of the last page that was dealt with. */
  since: string | Checkpoint;
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

type Read = (
  query: Query,
  options?: RequestOptions,
) => Promise<{ items: AbandonedBasket[]; queryMore?: string | null | undefined }>;

/**
 * Reads the baskets customers left behind, page by page. Baskets come at least once: a basket made at the
 * very instant of a checkpoint may come again. See assumption abandoned-order.
 *
 * @throws {LimioError} `upstream_invalid` when the list never ends
 *
 * @example
 * for await (const { items, checkpoint } of limio.abandonedBaskets({ since }, { signal })) {
 *   await makeLeads(items);
 *   await save(checkpoint);
 * }
 */
export function abandonedPages(read: Read) {
  return async function* (
    { since, limit = 50 }: ReadAbandoned,
    options?: RequestOptions,
  ): AsyncGenerator<AbandonedPage> {
    let at: Checkpoint = typeof since === 'string' ? { createdAfter: since } : since;
    const cursors = new Set([at.queryMore]);
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const { createdAfter } = at;
      const page = await read({ limit, createdAfter, queryMore: at.queryMore }, options);
      const newest = latest([at.newest, createdAfter, ...page.items.map((basket) => basket.created)]);
      const seen = new Set<string | undefined>();
      const items = page.items.filter(({ id }) => !id || (!seen.has(id) && seen.add(id)));
      if (!page.queryMore) {
        yield { items, checkpoint: { createdAfter: newest } };
        return;
      }
      at = { createdAfter, queryMore: page.queryMore, newest };
      yield { items, checkpoint: at };
      if (cursors.has(page.queryMore)) break;
      cursors.add(page.queryMore);
    }
    throw new LimioError('upstream_invalid', 'abandonedBaskets: the list of baskets does not end.');
  };
}

/** The latest of several instants; what is not one is passed over. */
function latest(instants: readonly (string | undefined)[]): string {
  const times = instants.map((instant) => Date.parse(instant ?? '')).filter((time) => !Number.isNaN(time));
  return new Date(Math.max(...times)).toISOString();
}
