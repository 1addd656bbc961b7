import { LimioError } from '../../core/errors/limio-error.ts';
import { fieldsOf } from '../../core/read-fields.ts';
import { isTooLarge } from '../transport/fetch-json.ts';
import type { RequestOptions } from '../transport/transport.ts';
import { UpstreamError } from '../transport/upstream-error.ts';
import type { CataloguePage, ListItems, More } from './catalogue.ts';

/** Most pages that are read in one go. */
const MAX_PAGES = 2000;

/** The smallest page that a larger one is halved down to; Limio's own size. */
const MIN_PAGE_SIZE = 50;

/** For how long pages stay as small as they had to be made, in milliseconds: catalogues seldom shrink. */
const REMEMBER_MS = 3_600_000;

type Read = (input: ListItems, options?: RequestOptions) => Promise<CataloguePage>;

/**
 * Reads the catalogue page by page, whichever of Limio's two envelopes it comes in. For one page alone,
 * take the first and keep its `more`.
 *
 * A page that is too large for Limio, for us or for the time there is, is asked for again half as large. See
 * assumption catalogue-page-size.
 *
 * @throws {LimioError} `upstream_invalid` when the pages go round in circles
 *
 * @example
 * for await (const { items } of limio.listOffers({ label: 'pricing' }, { signal })) offers.push(...items);
 */
export function cataloguePages(read: Read) {
  let largest = { pageSize: Infinity, until: 0 };

  async function readPage(input: ListItems, options: RequestOptions | undefined): Promise<CataloguePage> {
    const known = performance.now() < largest.until ? largest.pageSize : Infinity;
    const pageSize = Math.min(input.pageSize ?? MIN_PAGE_SIZE, known);
    try {
      return await read({ ...input, pageSize }, options);
    } catch (error) {
      const half = Math.ceil(pageSize / 2);
      if (half < MIN_PAGE_SIZE || options?.signal?.aborted || !isTooMuch(error)) throw error;
      largest = { pageSize: half, until: performance.now() + REMEMBER_MS };
      return readPage(input, options);
    }
  }

  return async function* (
    input: ListItems,
    options?: RequestOptions,
  ): AsyncGenerator<CataloguePage, void, void> {
    let more: More | undefined = input.more;
    const seen = new Set<string>();
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const page = await readPage({ ...input, more }, options);
      yield page;
      if (!page.more) return;
      // A page that leads back to one already read would be read for ever. A cursor alone says nothing: one may stand
      // for the next page however often it is asked for, as those of Elasticsearch do.
      const place = JSON.stringify([page.more, fieldsOf(page.items[0])['path'] ?? page.items[0]]);
      if (seen.has(place)) break;
      seen.add(place);
      more = page.more;
    }
    throw new LimioError('upstream_invalid', 'The pages of the catalogue do not come to an end.');
  };
}

/** How Limio may refuse a page for its size; a 502 is what its platform makes of an answer above 6 MB. */
const REFUSALS = new Set([400, 413, 422, 502]);

const isTooMuch = (error: unknown): boolean =>
  error instanceof UpstreamError
    ? REFUSALS.has(error.status)
    : error instanceof LimioError && (error.code === 'upstream_timeout' || isTooLarge(error));
