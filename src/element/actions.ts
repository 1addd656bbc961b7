import type { Offer } from '../core/offer/offer.ts';
import type { CardView } from './view/view.ts';

/** What the customer can do. */
export interface Actions {
  /** Follows the link of a card; the browser does so by itself. */
  onCardLink: (card: Pick<CardView, 'offer' | 'href'>, event: MouseEvent) => void;
  /** Follows the link of everything that is selected. */
  onFollow: (offers: readonly Offer[], link: string, event: MouseEvent) => void;
}
