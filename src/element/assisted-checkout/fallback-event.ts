import { ANSWER_CODES, PAGE_CODES, type ErrorKind } from '../../core/errors/error-codes.ts';
import type { LimioError, LimioErrorCode } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { LimioEvent } from '../events/events.ts';

/** What follows from each code that a page meets. */
const KINDS: { readonly [Code in LimioErrorCode]?: ErrorKind } = { ...PAGE_CODES, ...ANSWER_CODES };

/** An assisted checkout could not be had; the customer was given the purchase link. */
export class LimioFallbackEvent extends LimioEvent {
  declare readonly code: LimioErrorCode;
  /** What was given and what is wrong, for whoever set it up. Holds no personal detail and no signed link. */
  declare readonly message: string;
  declare readonly offers: readonly Offer[];
  /** The purchase link, which sells the same; never a signed link. */
  declare readonly url: string;
  /** Whether somebody should look into it: a wrong setting, an answer that makes no sense. */
  declare readonly isWorthReporting: boolean;

  constructor(
    { code, message }: Pick<LimioError, 'code' | 'message'>,
    { offers, link }: { offers: readonly Offer[]; link: string },
  ) {
    const isWorthReporting = KINDS[code] !== 'passing';
    super('limio-fallback', { code, message, offers, url: link, isWorthReporting });
  }
}

declare global {
  // It bubbles: every target that has such a map.
  interface GlobalEventHandlersEventMap {
    'limio-fallback': LimioFallbackEvent;
  }
}
