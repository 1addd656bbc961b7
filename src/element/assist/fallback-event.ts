import type { LimioErrorCode } from '../../core/errors.ts';
import type { Offer } from '../../core/offer.ts';

/** Nobody has to look into these: they pass by themselves, or the customer has been told. */
const PASSING: readonly LimioErrorCode[] = [
  'challenge_failed',
  'network',
  'offer_changed',
  'offer_unavailable',
  'rate_limited',
  'timeout',
  'upstream_timeout',
  'upstream_unavailable',
  'window_refused',
];

/** An assisted checkout could not be had; the customer was given the purchase link, or told why not. */
export class LimioFallbackEvent extends Event {
  readonly code: LimioErrorCode;
  readonly offers: readonly Offer[];
  /** Whether somebody should look into it: a wrong setting, an answer that makes no sense. */
  readonly isWorthReporting: boolean;

  constructor(code: LimioErrorCode, offers: readonly Offer[]) {
    super('limio-fallback', { bubbles: true, composed: true });
    this.code = code;
    this.offers = offers;
    this.isWorthReporting = !PASSING.includes(code);
  }
}

declare global {
  // It bubbles: every target that has such a map.
  interface GlobalEventHandlersEventMap {
    'limio-fallback': LimioFallbackEvent;
  }
}
