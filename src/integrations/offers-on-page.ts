import type { Offer } from '../core/offer/offer.ts';

/** An element that sells: `<limio-offers>`. */
export interface SellingElement extends HTMLElement {
  readonly label: string;
  readonly country: string;
  purchaseLink(paths: readonly string[]): string;
  checkout(paths: readonly string[]): void;
}

/** What is on sale on a page, by the element that shows it. */
export type OffersOnPage = Map<SellingElement, readonly Offer[]>;
