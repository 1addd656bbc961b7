import * as z from 'zod/mini';
import { MAX_LINES } from '../../core/offer/order-limits.ts';
import { operation } from './operation.ts';
import {
  listOf,
  optionalFlag,
  optionalList,
  optionalObject,
  optionalOrder,
  optionalRecord,
  optionalText,
} from './reply-fields.ts';
import { landingCookie, quantity, text } from './request-fields.ts';

/** Baskets that customers have filled: edit one, list those left behind. */

const orderAction = {
  orderItemActionType: z.enum(['add', 'remove', 'change_quantity']),
  offerId: z.optional(text(200)),
  orderItemId: z.optional(text(200)),
  quantity,
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
  order: optionalOrder,
  orderActionResults: optionalList(z.looseObject({ id: optionalText, actionType: optionalText })),
});

/** Adds, removes or changes lines of the basket behind a landing-state cookie. */
export const updateBasket = operation({
  name: 'updateBasket',
  method: 'PUT',
  input: z.strictObject({
    cookie: landingCookie,
    orderActions: z.array(basketAction).check(z.minLength(1), z.maxLength(MAX_LINES)),
  }),
  reply: changedBasket,
  outgoing: ({ cookie, ...body }) => ({ path: '/checkout/update', headers: { cookie }, body }),
  refusal: ({ status }) => (status === 404 ? 'basket_unknown' : undefined),
});

const product = z.looseObject({ path: optionalText, productCode: optionalText });

const identity = z.looseObject({
  sub: optionalText,
  iss: optionalText,
  service: optionalText,
  type: optionalText,
});

const abandonedBasket = z.looseObject({
  id: optionalText,
  /** ISO 8601 instant. */
  created: optionalText,
  customerDetails: optionalObject({
    email: optionalText,
    firstName: optionalText,
    lastName: optionalText,
    companyName: optionalText,
  }),
  orderItems: optionalList(
    z.looseObject({ name: optionalText, path: optionalText, products: optionalList(product) }),
  ),
  customFields: optionalRecord,
  /** With the ids of account, contact and user where the basket was made for one. */
  tracking: optionalObject({
    offers: optionalList(z.string()),
    campaign: optionalText,
    tag: optionalText,
    accountId: optionalText,
    contactId: optionalText,
    userId: optionalText,
  }),
  /** Logins of the customer. */
  identities: optionalList(identity),
  /** Address the customer came by, with its campaign parameters. */
  entry: optionalText,
  completed: optionalFlag,
  /** Path on the shop, signed. */
  recoveryLink: optionalText,
});

/** One page of the baskets made since an instant, those without an e-mail address included. */
export const abandonedBaskets = operation({
  name: 'abandonedBaskets',
  method: 'GET',
  input: z.strictObject({
    limit: z._default(z.int().check(z.gte(1), z.lte(200)), 50),
    createdAfter: z.iso.datetime(),
    queryMore: z.optional(text(4096)),
  }),
  reply: z.looseObject({ items: listOf(abandonedBasket), queryMore: optionalText }),
  outgoing: (query) => ({ path: '/checkout/abandoned', query }),
  isRepeatable: true,
});

/** Lines to add, remove or change in the basket behind a landing-state cookie. */
export type UpdateBasket = z.input<typeof updateBasket.input>;
/** A basket after its lines were changed, and what became of each change. */
export type ChangedBasket = z.output<typeof changedBasket>;
/** A basket of a customer, bought (`completed`) or not. Everything in it may be missing. */
export type AbandonedBasket = z.output<typeof abandonedBasket>;
