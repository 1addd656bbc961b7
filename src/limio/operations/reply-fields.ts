import * as z from 'zod/mini';
import { catch as orElse } from 'zod/mini';
import { text } from './request-fields.ts';

/**
 * Fields of replies that nothing depends on: each has the documented type, and where Limio sends something
 * else it is left out. A reply is refused only for what is used, so that nobody loses a basket because of `null`.
 */

/** Leaves a value of another type out. */
export const lenient = <Type extends z.ZodMiniType>(type: Type) => orElse(z.optional(type), undefined);

/** A text; a number is taken as its text, as with `orderVersion`. */
export const optionalText = lenient(z.pipe(z.union([z.string(), z.number()]), z.transform(String)));

/** The id of a basket, which cannot be done without; a number is taken as its text. */
export const basketId = z.pipe(z.union([text(200), z.number()]), z.transform(String));

/** A number; a text that is a decimal number is taken as one. */
export const optionalNumber = lenient(
  z.pipe(
    z.union([z.number(), z.string().check(z.regex(/^-?\d+(\.\d+)?$/))]),
    z.transform((given) => Number(given)),
  ),
);

/** A flag; a text that says it is taken as one. */
export const optionalFlag = lenient(
  z.pipe(
    z.union([z.boolean(), z.enum(['true', 'false'])]),
    z.transform((given) => given === true || given === 'true'),
  ),
);

/** An object with these fields; others are kept as `unknown`. */
export const optionalObject = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  lenient(z.looseObject(shape));

/** An object without documented fields. */
export const optionalRecord = lenient(z.record(z.string(), z.unknown()));

/** A list, without what is not of its type: one `null` among them must not hide the others. */
export const listOf = <Type extends z.ZodMiniType>(type: Type) =>
  z.pipe(
    z.array(lenient(type)),
    z.transform((list) => list.filter((each): each is NonNullable<typeof each> => each !== undefined)),
  );

export const optionalList = <Type extends z.ZodMiniType>(type: Type) => lenient(listOf(type));

/** Amounts of an order in major units: 29.9 is 29.90 of the currency. See assumption order-total. */
export const optionalTotal = optionalObject({
  currency: optionalText,
  orderSubtotal: optionalNumber,
  orderTotal: optionalNumber,
  totalOrderDiscounts: optionalNumber,
  amount: optionalNumber,
});

/** An order with its price, as initiate, promo code and update reply with it. */
export const optionalOrder = optionalObject({
  orderItems: optionalList(z.record(z.string(), z.unknown())),
  orderDiscount: optionalRecord,
  total: optionalTotal,
  orderVersion: optionalText,
});
