import type { Offer } from '../../core/offer/offer.ts';
import type { ElementBase } from '../element-base.ts';
import type { Settings } from '../settings.ts';

/** One click: what is bought, and the public link that sells it. */
export interface Click {
  offers: readonly Offer[];
  link: string;
  settings: Settings;
}

/** The element, as far as an assisted checkout depends on it. */
export interface AssistedCheckoutHost extends ElementBase {
  group: string;
  customer: unknown;
  context: unknown;
  tracking: unknown;
  reload(): void;
}
