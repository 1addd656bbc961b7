import type { Quantity } from './offer.ts';

/**
 * The nearest quantity an offer allows; an offer without bounds is sold one at a time. The customer sees it
 * in the basket.
 *
 * @example
 * nearestQuantity({ initial: 5, min: 5, max: 100, step: 5 }, 12); // 10
 */
export function nearestQuantity(bounds: Quantity | undefined, wanted: number): number {
  if (!bounds) return 1;
  const { min, max, step } = bounds;
  const last = min + Math.floor((max - min) / step) * step;
  const nearest = min + Math.round((wanted - min) / step) * step;
  return Math.min(last, Math.max(min, nearest));
}
