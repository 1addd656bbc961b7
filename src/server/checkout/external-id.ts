import { digest } from '../gate/digest.ts';

/**
 * The `external_id` of a checkout: the same where the same attempt asks for the same, nothing a browser can choose, and
 * in the shape of a UUID (version 8), as partner operations take no longer ids. See assumption basket-id.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.8
 *
 * @example
 * externalIdOf('attempt-1'); // '3dafcfaa-6218-8432-a6ff-42263fe100ba'
 */
export const externalIdOf = (seed: string): string => uuidOf(seed, 'a');

/**
 * The `external_id` of a quote that was given none: of the same shape, but told apart by one digit.
 *
 * @example
 * quoteIdOf('opportunity-1'); // '…-b…-…', always the same
 */
export const quoteIdOf = (seed: string): string => uuidOf(seed, 'b');

/**
 * The `external_id` of a renewal that was given none.
 *
 * @example
 * renewalIdOf('A-1001'); // '…-9…-…', always the same
 */
export const renewalIdOf = (seed: string): string => uuidOf(seed, '9');

/** The `external_id` of a change of plan. */
export const planChangeIdOf = (seed: string): string => uuidOf(seed, '8');

/**
 * Whether an `external_id`, or the id of a basket, is that of a quote of ours.
 *
 * @example
 * isQuoteId(`basket-${quoteIdOf('x')}`); // true
 */
export const isQuoteId = (id: string): boolean => isUuidOf(id, 'b');

/**
 * Whether an `external_id`, or the id of a basket, is that of a renewal of ours.
 *
 * @example
 * isRenewalId(renewalIdOf('A-1001')); // true
 */
export const isRenewalId = (id: string): boolean => isUuidOf(id, '9');

const BASKET = 'basket-';

/** Limio's id of the basket that was made with an `external_id`. See assumption basket-id. */
export const basketIdOf = (externalId: string): string => BASKET + externalId;

/** The `external_id` that a basket was made with, from Limio's id of it; `undefined` where this is none of a basket. */
export const externalIdIn = (basketId: string): string | undefined =>
  basketId.startsWith(BASKET) ? basketId.slice(BASKET.length) : undefined;

const isUuidOf = (id: string, variant: string): boolean =>
  /^(?:basket-)?[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-([\da-f])[\da-f]{3}-[\da-f]{12}$/.exec(id)?.[1] === variant;

function uuidOf(text: string, variant: string): string {
  const hex = digest(text);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
