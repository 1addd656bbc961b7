import type { CardView } from './view.ts';

/** What the customer can do. */
export interface Actions {
  /** Follows the link of a card; the browser does so by itself. */
  onFollow: (card: CardView, event: MouseEvent) => void;
  /** Selects an offer, or takes it back. */
  onSelect: (card: CardView) => void;
  onCopy: (card: CardView) => void;
  onGroup: (group: string) => void;
  /** Follows the link of everything that is selected. */
  onBasket: (event: MouseEvent) => void;
}
