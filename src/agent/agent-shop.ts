import type { OpenCheckoutInput, CheckCheckoutOutput } from '../contract/agent.ts';
import type { Offer } from '../core/offer/offer.ts';

/** A shop as an agent meets it: where its offers come from, and what opens a checkout where something can. */
export interface AgentShop {
  /** https origin of the shop; every link belongs to it. */
  shop: string;
  /** Page that is landed on where an offer names none of its own. Default: the shop's checkout. */
  page?: string | undefined;
  /** Further pages an agent may choose, as paths on the shop. Default none. */
  pages?: readonly string[] | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Everything that is published; what is for sale here and now is told from it. */
  readOffers: () => Promise<PublishedOffers>;
  /** By which attributes of the catalogue a list may be narrowed. Left out where none are known. */
  attributes?: OfferAttributes | undefined;
  /** Left out where nothing can open a checkout: then there is no such tool. */
  openCheckout?: ((order: AgentOrder) => Promise<OpenedCheckout | OverLimit>) | undefined;
  /** Left out where nobody can tell. */
  checkCheckout?: ((checkoutId: string) => Promise<CheckCheckoutOutput['state']>) | undefined;
}

export interface PublishedOffers {
  offers: readonly Offer[];
  /** Milliseconds since 1970 at which they were read. */
  readAt: number;
}

/** What is known of offers beside what is shown, such as their product group or their tier. */
export interface OfferAttributes {
  /** Names by which offers may be chosen: `group__limio`. Left out where a backend elsewhere knows them. */
  names?: readonly string[];
  /**
   * Tells which offers have these values, or hold them where they have several; `undefined` where offers may not be
   * chosen by one of the names.
   */
  choose: (wanted: readonly AttributeValue[]) => Promise<((offer: Offer) => boolean) | undefined>;
}

/** `['group__limio', 'yearly']` */
export type AttributeValue = readonly [name: string, value: string];

/** A checkout that was asked for, its offers found on sale. */
export interface AgentOrder extends Omit<OpenCheckoutInput, 'paths'> {
  offers: readonly Offer[];
}

/** Why none was opened, where it is more than the agent may open. */
export interface OverLimit {
  /** A sentence for a model, which says how much may be. */
  most: string;
}

/** What became of it. */
export interface OpenedCheckout {
  /** Link for the buyer. */
  url: string;
  checkoutId: string;
  /** ISO 8601 instant after which the basket is gone. */
  expiresAt: string;
  promo?: 'applied' | 'refused' | 'unconfirmed' | undefined;
}
