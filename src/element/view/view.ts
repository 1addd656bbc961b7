import type { LimioError } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import type { PriceLine } from '../../core/price/plain-price-line.ts';
import type { Messages } from '../../locales/messages.ts';
import type { Settings } from '../settings.ts';

/** One card. Everything in it is text or an address that was checked. */
export interface CardView {
  offer: Offer;
  /** The purchase link, or where the offer leads instead; `undefined` where several are chosen before one checkout, or nothing is sold. */
  href: string | undefined;
  name: string;
  price: PriceLine | undefined;
  cta: string;
  isSelected?: boolean;
  /** The customer has it already. */
  isCurrent?: boolean;
  /** A checkout for it is under way. */
  isBusy?: boolean;
}

/** Everything the picture depends on. Nothing here can fetch, dispatch or remember. */
export interface View {
  settings: Settings;
  words: Messages;
  cards: readonly CardView[];
  /** The cards of all groups, where another one may be shown. */
  allCards?: readonly CardView[];
  /** How many the customer chose of an offer, by path, where there is such a choice. */
  quantities?: ReadonlyMap<string, number>;
  /** Keys of the groups, where there is more than one, and the one that is shown. */
  groups: readonly string[];
  group: string;
  /** Where all that is selected is bought at once. */
  basket?: { href: string | undefined; offers: readonly Offer[]; isBusy?: boolean } | undefined;
  /** Writes the purchase link for some of the offers, as far as there can be one. */
  linkTo: (offers: readonly Offer[]) => string | undefined;
  /** The cards hold names and links; the rest is still on its way. */
  isLoading: boolean;
  /** Placeholders are drawn, or were: what they took up stays. */
  hasWaited?: boolean | undefined;
  /** Code that travels along; empty where there is none. */
  promo: string;
  asOf: string | undefined;
  /** What was left out, or written otherwise, on the way. */
  warnings: readonly LimioError[];
  /** Why there is nothing to show, or nothing newer. */
  problem: LimioError | undefined;
}
