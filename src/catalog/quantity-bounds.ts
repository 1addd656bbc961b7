import type { Quantity } from '../core/offer/offer.ts';
import { MAX_QUANTITY } from '../core/offer/order-limits.ts';
import type { RawQuantities } from './raw-item.ts';

/** Most that can be bought at once where the catalogue does not say; assumed. */
const DEFAULT_MAX = 100;

/**
 * How many of an offer can be bought at once. An empty setting is from one on; a minimum of 0 means that none
 * may be taken, which here is not buying, so it starts at the first step.
 *
 * @see https://docs.limio.com/components/component-library/cart-components (quantity options)
 *
 * @example
 * quantityBounds({ quantity: 1, minimum_quantity: 0, increment: 5 }); // { initial: 5, min: 5, max: 100, step: 5 }
 */
export function quantityBounds(options: RawQuantities = {}): Quantity {
  const step = whole(options.increment) ?? 1;
  const min = whole(options.minimum_quantity) ?? step;
  const wanted = whole(options.quantity) ?? min;
  const max = Math.max(min, whole(options.maximum_quantity) ?? Math.max(DEFAULT_MAX, wanted));
  return { initial: Math.min(max, Math.max(min, wanted)), min, max, step };
}

/** A positive whole number. */
function whole(value: string | undefined): number | undefined {
  const number = /^\d{1,9}$/.test(value ?? '') ? Number(value) : 0;
  return number ? Math.min(MAX_QUANTITY, number) : undefined;
}
