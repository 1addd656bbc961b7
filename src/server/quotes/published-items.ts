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

/** Gives the path at which an offer, or an add-on, is published that has this id, as far as that is known. */
export type PathOf = (id: string, isAddOn: boolean) => Promise<string | undefined>;

/** Paths that are asked for at once: Limio's rate is shared with customers. */
const AT_ONCE = 8;

/**
 * What Limio has published of each line, by its path or by its id, whichever channel it is sold through: in Limio's raw
 * shape, `undefined` where there is nothing. For ids whose path is not known each list is read once, however many
 * there are.
 *
 * @throws {LimioError} `upstream_…`
 */
export async function publishedItems(
  lines: readonly QuoteItem[],
  limio: Lists,
  call: RequestOptions,
  pathOf: PathOf = async () => undefined,
): Promise<unknown[]> {
  async function readPath(line: QuoteItem): Promise<unknown> {
    const list = listOf(line);
    const path = line.path ?? (await pathOf(line.id!, list === 'listAddOns').catch(() => undefined));
    if (path === undefined) return undefined;
    for await (const { items } of limio[list]({ path, pageSize: PAGE_OF_PATH }, call)) {
      // What has the path may have another id by now.
      const found = items.map(fieldsOf).find((item) => item['path'] === path && isMeant(line, item));
      if (found) return found;
    }
    return undefined;
  }

  async function readIds(list: keyof Lists, wanted: ReadonlySet<unknown>): Promise<Map<unknown, unknown>> {
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

  const atPath: unknown[] = [];
  for (let at = 0; at < lines.length; at += AT_ONCE)
    atPath.push(...(await Promise.all(lines.slice(at, at + AT_ONCE).map(readPath))));
  const missing = lines.filter(({ path }, position) => path === undefined && !atPath[position]);
  const idsOf = (list: keyof Lists) =>
    new Set(missing.filter((line) => listOf(line) === list).map(({ id }) => id));
  const [listOffers, listAddOns] = await Promise.all([
    readIds('listOffers', idsOf('listOffers')),
    readIds('listAddOns', idsOf('listAddOns')),
  ]);
  const byId = { listOffers, listAddOns };
  return lines.map((line, position) => atPath[position] ?? byId[listOf(line)].get(line.id));
}

const isMeant = ({ id: wanted }: QuoteItem, { id }: Record<string, unknown>): boolean =>
  wanted === undefined || wanted === id;

/** The list that a line is in, as its path or its type says. */
const listOf = ({ path, type }: QuoteItem): keyof Lists =>
  (path === undefined ? type === 'add_on' : isAddOnPath(path)) ? 'listAddOns' : 'listOffers';
