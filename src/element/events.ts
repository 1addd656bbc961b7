import type { LimioError, LimioErrorCode } from '../core/errors.ts';
import type { Offer } from '../core/offer.ts';

/** Where the offers came from. */
export type OfferSource = 'property' | 'json' | 'src' | 'backend' | 'children';

const PUBLIC = { bubbles: true, composed: true };

/** The offers are drawn. */
export class LimioReadyEvent extends Event {
  static readonly type = 'limio-ready';
  declare readonly offers: readonly Offer[];
  declare readonly source: OfferSource;
  /** The offers could not be brought up to date. */
  declare readonly stale: boolean;
  /** What was left out on the way, such as an offer that could not be read or a promo code that cannot be one. */
  declare readonly warnings: readonly LimioError[];

  constructor(
    offers: readonly Offer[],
    source: OfferSource,
    stale: boolean,
    warnings: readonly LimioError[],
  ) {
    super(LimioReadyEvent.type, PUBLIC);
    Object.assign(this, { offers, source, stale, warnings });
  }
}

/** The customer chose an offer, or took it back where several can be chosen. */
export class LimioSelectEvent extends Event {
  static readonly type = 'limio-select';
  readonly offer: Offer;
  readonly selected: boolean;

  constructor(offer: Offer, selected: boolean) {
    super(LimioSelectEvent.type, PUBLIC);
    this.offer = offer;
    this.selected = selected;
  }
}

/** The customer is about to leave for the shop. Cancelable: the element then stays where it is. */
export class LimioCheckoutEvent extends Event {
  static readonly type = 'limio-checkout';
  readonly offers: readonly Offer[];
  /** The purchase link; never a signed link. */
  readonly url: string;

  constructor(offers: readonly Offer[], url: string) {
    super(LimioCheckoutEvent.type, { ...PUBLIC, cancelable: true });
    this.offers = offers;
    this.url = url;
  }
}

/** Something is wrong with the configuration or the offers; what the page holds is shown instead. */
export class LimioErrorEvent extends Event {
  static readonly type = 'limio-error';
  readonly code: LimioErrorCode;
  readonly message: string;

  constructor({ code, message }: LimioError) {
    super(LimioErrorEvent.type, PUBLIC);
    this.code = code;
    this.message = message;
  }
}

declare global {
  // They bubble, and `define` tells the document: every target that has such a map.
  interface GlobalEventHandlersEventMap {
    'limio-ready': LimioReadyEvent;
    'limio-select': LimioSelectEvent;
    'limio-checkout': LimioCheckoutEvent;
    'limio-error': LimioErrorEvent;
  }
}
