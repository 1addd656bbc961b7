import * as z from 'zod/mini';
import { listIn } from '../../catalog/list-in.ts';
import { operation, type OperationName } from './operation.ts';
import { lenient, optionalNumber, optionalObject, optionalText } from './reply-fields.ts';
import { text } from './request-fields.ts';

/** Published offers and add-ons, page by page, in Limio's raw shape. */

/** Where the next page begins. See assumption catalogue-paging. */
const more = z.strictObject({ from: z.union([z.string(), z.number()]), alias: z.optional(z.string()) });

const input = z.strictObject({
  /** Only items that carry this label. */
  label: z.optional(text(200)),
  /** Only items with these attributes, by name: `{ campaign_code__limio: 'WIN' }`. */
  attributes: z.optional(z.record(z.string(), text(500))),
  path: z.optional(text(500)),
  /** Items per page, 1 to 1,000. Default 50, Limio's own. */
  pageSize: z.optional(z.int().check(z.gte(1), z.lte(1000))),
  /** ISO 8601 instant. */
  modifiedAfter: z.optional(z.iso.datetime()),
  /** Leaves out what is rarely needed. */
  reducedData: z.optional(z.boolean()),
  more: z.optional(more),
});

/** A place in the catalogue, which Limio gives as a number or as text. */
const placeOrNumber = z.pipe(z.union([z.string().check(z.minLength(1)), z.number()]), z.transform(String));

/** What surrounds the items, in the recorded envelope and in the documented one. */
const around = z.looseObject({
  hits: lenient(z.union([z.number(), z.looseObject({ value: optionalNumber })])),
  commitId: optionalText,
  header: optionalObject({ commitId: optionalText }),
  // Offers V2 names a place and an index; other lists of Limio use one string.
  queryMore: lenient(z.union([z.string(), z.looseObject({ from: placeOrNumber, alias: optionalText })])),
});

/** A page, out of a reply in any shape that `readCatalog` reads as well. Items are not looked into: one bad offer must not hide the others. */
const reply = z.pipe(
  z.unknown().check(z.refine((given) => listIn(given) !== undefined, 'a list of items')),
  z.transform((given): CataloguePage => {
    const items = listIn(given) ?? [];
    const { hits, commitId, header, queryMore } = around.parse(Array.isArray(given) ? {} : given);
    const total = typeof hits === 'number' ? hits : hits?.value;
    const commit = commitId ?? header?.commitId;
    return {
      items,
      ...(total !== undefined && { total }),
      ...(commit !== undefined && { commitId: commit }),
      ...(queryMore && items.length && { more: placeOf(queryMore) }),
    };
  }),
);

const placeOf = (place: string | { from: string; alias?: string | undefined }): More =>
  typeof place === 'string'
    ? { from: place }
    : { from: place.from, ...(place.alias && { alias: place.alias }) };

const list = (name: OperationName, path: string) =>
  operation({
    name,
    method: 'GET',
    input,
    reply,
    outgoing: ({ label, attributes, pageSize = 50, modifiedAfter, reducedData, more, ...rest }) => ({
      path,
      query: {
        'attributes.label__limio': label,
        ...Object.fromEntries(
          Object.entries(attributes ?? {}).map(([key, value]) => [`attributes.${key}`, value]),
        ),
        path: rest.path,
        reducedData: reducedData ? 'true' : undefined,
        'opt.all': 'true',
        'opt.pageSize': pageSize,
        'opt.modifiedAfter': modifiedAfter,
        'opt.queryMoreFrom': more?.from,
        'opt.queryMoreAlias': more?.alias,
      },
    }),
    isRepeatable: true,
  });

/** @see https://docs.limio.com/api/catalog-api/catalog */
export const listOffers = list('listOffers', '/offers/v2');

export const listAddOns = list('listAddOns', '/add_ons');

/** Which items of the catalogue to list, how many on a page, and where to begin. */
export type ListItems = z.input<typeof input>;
/** Where the next page begins. */
export type More = z.output<typeof more>;

/** One page of the catalogue. */
export interface CataloguePage {
  /** Offers or add-ons in Limio's raw shape, not checked one by one. */
  items: unknown[];
  /** How many there are in all, as far as Limio says. */
  total?: number;
  /** Changes whenever something is published. */
  commitId?: string;
  /** Where the next page begins; left out on the last one. */
  more?: More;
}
