import * as z from 'zod/mini';

/**
 * What goes into the tools of UCP. Whatever else an agent sends along (its profile, signals, attribution, fields of
 * extensions) is let through and not used.
 */

const id = z.string().check(z.minLength(1), z.maxLength(2000));
const meta = z.optional(z.looseObject({}));

const catalogue = {
  context: z.optional(z.looseObject({ address_country: z.optional(z.string()) })),
  filters: z.optional(
    z.looseObject({
      price: z.optional(z.looseObject({ min: z.optional(z.number()), max: z.optional(z.number()) })),
    }),
  ),
};

export type CatalogueChoice = z.infer<z.ZodMiniObject<typeof catalogue>>;

export const UCP_TOOLS = {
  search_catalog: {
    description: 'Searches the subscriptions on sale.',
    input: z.looseObject({
      meta,
      catalog: z.looseObject({
        ...catalogue,
        query: z.optional(z.string().check(z.maxLength(500))),
        pagination: z.optional(
          z.looseObject({ limit: z.optional(z.int().check(z.gte(1))), cursor: z.optional(z.string()) }),
        ),
      }),
    }),
    isReadOnly: true,
  },
  lookup_catalog: {
    description: 'Subscriptions by their ids.',
    input: z.looseObject({
      meta,
      catalog: z.looseObject({ ...catalogue, ids: z.array(id).check(z.minLength(1), z.maxLength(50)) }),
    }),
    isReadOnly: true,
  },
  get_product: {
    description: 'One subscription by its id.',
    input: z.looseObject({ meta, catalog: z.looseObject({ ...catalogue, id }) }),
    isReadOnly: true,
  },
  create_checkout: {
    description: 'A checkout that the buyer continues on a page of the shop. Buys nothing.',
    input: z.looseObject({
      meta,
      checkout: z.looseObject({
        line_items: z
          .array(
            z.looseObject({ item: z.looseObject({ id }), quantity: z.optional(z.int().check(z.gte(1))) }),
          )
          .check(z.minLength(1), z.maxLength(10)),
        context: catalogue.context,
      }),
    }),
    isReadOnly: false,
  },
  get_checkout: {
    description: 'A checkout of create_checkout.',
    input: z.looseObject({ meta, id }),
    isReadOnly: true,
  },
} as const;

export type UcpTool = keyof typeof UCP_TOOLS;

export type UcpInput<Name extends UcpTool> = z.infer<(typeof UCP_TOOLS)[Name]['input']>;
