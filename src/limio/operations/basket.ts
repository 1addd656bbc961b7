import * as z from 'zod/mini';
import { operation } from './operation.ts';

/** Baskets that customers have filled: edit one, list those left behind. */

const text = (max: number) => z.string().check(z.minLength(1), z.maxLength(max));

/** See assumption landing-cookie. Line breaks would end the header. */
export const landingCookie = z.string().check(z.regex(/^[\x20-\x7e]{1,4096}$/));

const orderAction = {
  orderItemActionType: z.enum(['add', 'remove', 'change_quantity']),
  offerId: z.optional(text(200)),
  orderItemId: z.optional(text(200)),
  quantity: z.optional(z.int().check(z.gte(1), z.lte(100_000))),
};

/** What a partner may do to a basket. */
export const partnerAction = z.strictObject(orderAction);

const basketAction = z.strictObject({
  ...orderAction,
  version: z.optional(text(200)),
  /** Order item an add-on belongs to. */
  parentId: z.optional(text(200)),
});

export const changedBasket = z.looseObject({
  id: text(200),
  order: z.looseObject({}),
  orderActionResults: z.array(
    z.looseObject({ id: z.optional(z.string()), actionType: z.optional(z.string()) }),
  ),
});

/** Adds, removes or changes lines of the basket behind a landing-state cookie. */
export const updateBasket = operation({
  name: 'updateBasket',
  method: 'PUT',
  input: z.strictObject({
    cookie: landingCookie,
    orderActions: z.array(basketAction).check(z.minLength(1), z.maxLength(50)),
  }),
  reply: changedBasket,
  outgoing: ({ cookie, ...body }) => ({ path: '/checkout/update', headers: { cookie }, body }),
  refusal: (status) => (status === 404 ? 'basket_unknown' : undefined),
});

const abandonedBasket = z.looseObject({
  id: z.optional(z.string()),
  /** ISO 8601 instant. */
  created: z.optional(z.string()),
  customerDetails: z.optional(z.looseObject({})),
  orderItems: z.optional(
    z.array(z.looseObject({ name: z.optional(z.string()), path: z.optional(z.string()) })),
  ),
  customFields: z.optional(z.looseObject({})),
  tracking: z.optional(z.looseObject({})),
  /** Address the customer came by, with its campaign parameters. */
  entry: z.optional(z.string()),
  completed: z.optional(z.boolean()),
  /** Path on the shop, signed. */
  recoveryLink: z.optional(z.string()),
});

/** One page of the baskets made since an instant, those without an e-mail address included. */
export const abandonedBaskets = operation({
  name: 'abandonedBaskets',
  method: 'GET',
  input: z.strictObject({
    limit: z.int().check(z.gte(1), z.lte(200)),
    createdAfter: z.iso.datetime(),
    queryMore: z.optional(text(4096)),
  }),
  reply: z.looseObject({ items: z.array(abandonedBasket), queryMore: z.nullish(z.string()) }),
  outgoing: (query) => ({ path: '/checkout/abandoned', query }),
  isRepeatable: true,
});

export type UpdateBasket = z.input<typeof updateBasket.input>;
export type ChangedBasket = z.output<typeof changedBasket>;
export type AbandonedBasket = z.output<typeof abandonedBasket>;
