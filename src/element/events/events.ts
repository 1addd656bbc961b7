import type { LimioError, LimioErrorCode } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { quantityOf } from '../../core/offer/quantity-of.ts';
import { NativeEvent } from '../../core/native-event.ts';

/** Where the offers came from. */
export type OfferSource = 'property' | 'json' | 'src' | 'backend' | 'children';

/** Bubbles, out of shadow roots too, and holds what it tells as fields. */
export abstract class LimioEvent extends NativeEvent {
  constructor(type: string, fields: object, cancelable = false) {
    super(type, { bubbles: true, composed: true, cancelable });
    Object.assign(this, fields);
  }
}

/** The offers are drawn. */
export class LimioReadyEvent extends LimioEvent {
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
    super('limio-ready', { offers, source, stale, warnings });
  }
}

/** The customer chose an offer, or took it back where several can be chosen. */
export class LimioSelectEvent extends LimioEvent {
  declare readonly offer: Offer;
  declare readonly selected: boolean;
  /** How many of it are wanted. */
  declare readonly quantity: number;

  constructor(offer: Offer, selected: boolean, quantity = quantityOf(offer)) {
    super('limio-select', { offer, selected, quantity });
  }
}

/** The customer is about to leave for the shop. Cancelable: the element then stays where it is. */
export class LimioCheckoutEvent extends LimioEvent {
  declare readonly offers: readonly Offer[];
  /** The purchase link; never a signed link. */
  declare readonly url: string;
  /** How many of each offer are wanted, in their order. */
  declare readonly quantities: readonly number[];

  constructor(offers: readonly Offer[], url: string, chosen?: ReadonlyMap<string, number>) {
    const quantities = offers.map((offer) => quantityOf(offer, chosen));
    super('limio-checkout', { offers, url, quantities }, true);
  }
}

/** Something is wrong with the configuration or the offers; what the page holds is shown instead. */
export class LimioErrorEvent extends LimioEvent {
  declare readonly code: LimioErrorCode;
  declare readonly message: string;

  constructor({ code, message }: Pick<LimioError, 'code' | 'message'>) {
    super('limio-error', { code, message });
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
