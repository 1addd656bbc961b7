import type { Offer } from '../core/offer/offer.ts';

/** What the events of `<limio-offers>` hold, as far as it matters here. */
interface OfferEvents extends Event {
  readonly offer: Offer;
  readonly offers: readonly Offer[];
  readonly selected: boolean;
}

/**
 * Tells of each offer a customer chooses.
 *
 * @param tell answers `true` where something else takes the place of the checkout, such as a conversation;
 *   the checkout that would follow in the same click is then prevented.
 * @returns a function that ends it.
 */
export function onChosen(root: EventTarget, tell: (offer: Offer) => boolean | undefined): () => void {
  let taken: Offer | undefined;
  const onSelect = (event: Event) => {
    const { offer, selected } = event as OfferEvents;
    if (!selected || !tell(offer)) return;
    taken = offer;
    queueMicrotask(() => (taken = undefined));
  };
  const onCheckout = (event: Event) => {
    if (taken && (event as OfferEvents).offers[0] === taken) event.preventDefault();
  };
  root.addEventListener('limio-select', onSelect);
  root.addEventListener('limio-checkout', onCheckout);
  return () => {
    root.removeEventListener('limio-select', onSelect);
    root.removeEventListener('limio-checkout', onCheckout);
  };
}
