import type { Offer } from '../../core/offer/offer.ts';
import { LimioEvent } from '../events/events.ts';

/** What the backend said of a checkout, as far as a page may know it. */
export interface HandoffDetails {
  /** What became of the promo code, where there is one. */
  promo?: 'applied' | 'refused' | 'unknown' | undefined;
  /** ISO 8601 instant after which the basket is gone, as far as the backend says. */
  expiresAt?: string | undefined;
}

/** An assisted checkout has opened. Holds no personal detail and no signed link. */
export class LimioHandoffEvent extends LimioEvent {
  declare readonly offers: readonly Offer[];
  /** What became of the promo code, where there is one. */
  declare readonly promo: HandoffDetails['promo'];
  /** ISO 8601 instant after which the basket is gone, as far as the backend says. */
  declare readonly expiresAt: string | undefined;

  constructor({ promo, expiresAt }: HandoffDetails, offers: readonly Offer[]) {
    super('limio-handoff', { offers, promo, expiresAt });
  }
}

declare global {
  // It bubbles: every target that has such a map.
  interface GlobalEventHandlersEventMap {
    'limio-handoff': LimioHandoffEvent;
  }
}
