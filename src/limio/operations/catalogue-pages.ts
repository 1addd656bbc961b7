import { LimioError } from '../../core/errors/limio-error.ts';
import type { RequestOptions } from '../transport/transport.ts';
import type { CataloguePage, ListItems, More } from './catalogue.ts';

/** Most pages that are read in one go. */
const MAX_PAGES = 200;

type Read = (input: ListItems, options?: RequestOptions) => Promise<CataloguePage>;

/**
 * Reads the catalogue page by page, whichever of Limio's two envelopes it comes in. For one page alone,
 * take the first and keep its `more`.
 *
 * @throws {LimioError} `upstream_invalid` when the pages go round in circles
 *
 * @example
 * for await (const { items } of limio.listOffers({ label: 'pricing' }, { signal })) offers.push(...items);
 */
export function cataloguePages(read: Read) {
  return async function* (
    input: ListItems,
    options?: RequestOptions,
  ): AsyncGenerator<CataloguePage, void, void> {
    let more: More | undefined = input.more;
    const seen = new Set<string>();
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const page = await read({ ...input, more }, options);
      yield page;
      if (!page.more) return;
      // A page that leads back to one already read would be read for ever.
      const place = JSON.stringify(page.more);
      if (seen.has(place)) break;
      seen.add(place);
      more = page.more;
    }
    throw new LimioError('upstream_invalid', 'The pages of the catalogue do not come to an end.');
  };
}
