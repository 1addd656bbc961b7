import { isAddOnPath } from '../../catalog/add-on.ts';
import type { QuoteItem } from '../../contract/quote.ts';
import { fieldsOf } from '../../core/read-fields.ts';
import type { LimioClient } from '../../limio/client.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';

/** Items of a page when one path is looked for: enough for a tenant that does not filter by path. */
const PAGE_OF_PATH = 200;

/** Items of a page when ids are looked for, by which no list can be filtered. */
const PAGE_OF_IDS = 1000;

/** What Limio has published, as far as it can be listed. */
export type Lists = Pick<LimioClient, 'listOffers' | 'listAddOns'>;

/**
 * What Limio has published of each line, by its path or by its id, whichever channel it is sold through: in Limio's raw
 * shape, `undefined` where there is nothing. For ids each list is read once, however many there are.
 *
 * @throws {LimioError} `upstream_…`
 */
export function publishedItems(
  lines: readonly QuoteItem[],
  limio: Lists,
  call: RequestOptions,
): Promise<unknown[]> {
  const byId = { listOffers: readIds('listOffers'), listAddOns: readIds('listAddOns') };

  async function readIds(list: keyof Lists): Promise<ReadonlyMap<unknown, unknown>> {
    const wanted = new Set<unknown>(
      lines.filter((line) => listOf(line) === list).flatMap(({ id }) => id ?? []),
    );
    const found = new Map<unknown, unknown>();
    if (!wanted.size) return found;
    for await (const { items } of limio[list]({ pageSize: PAGE_OF_IDS }, call)) {
      for (const item of items) {
        const { id } = fieldsOf(item);
        if (wanted.has(id)) found.set(id, item);
      }
      if (found.size === wanted.size) break;
    }
    return found;
  }

  async function readPath(list: keyof Lists, path: string): Promise<unknown> {
    for await (const { items } of limio[list]({ path, pageSize: PAGE_OF_PATH }, call)) {
      const found = items.find((item) => fieldsOf(item)['path'] === path);
      if (found) return found;
    }
    return undefined;
  }

  return Promise.all(
    lines.map(async (line) =>
      line.path === undefined ? (await byId[listOf(line)]).get(line.id) : readPath(listOf(line), line.path),
    ),
  );
}

/** The list that a line is in, as its path or its type says. */
const listOf = ({ path, type }: QuoteItem): keyof Lists =>
  (path === undefined ? type === 'add_on' : isAddOnPath(path)) ? 'listAddOns' : 'listOffers';
