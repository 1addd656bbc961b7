import { linkOf } from './offer-link.ts';
import type { CardView } from '../view/view.ts';

/** Where a card takes the place of the link that has the focus, its button has it from then on. */
export function keepFocus(host: Element, root: ParentNode, cards: readonly CardView[]): void {
  const { activeElement } = host.getRootNode() as Document;
  if (!activeElement?.matches('a') || !host.contains(activeElement) || activeElement.getClientRects()[0])
    return;
  const path = linkOf(activeElement as HTMLAnchorElement)?.offers?.[0];
  const n = cards.findIndex(({ offer }) => offer.path === path);
  root.querySelectorAll<HTMLElement>('li a,li input')[n]?.focus({ preventScroll: true });
}
