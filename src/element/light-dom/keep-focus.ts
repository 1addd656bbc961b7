import { linkOf } from './offer-link.ts';
import type { CardView } from '../view/view.ts';

/** Where a card takes the place of the link that has the focus, in the page or in a picture, its button has it from then on. */
export function keepFocus(host: Element, root: ParentNode, cards: readonly CardView[]): void {
  const { activeElement } = host.getRootNode() as Document;
  if (!activeElement || !host.contains(activeElement) || activeElement.getClientRects()[0]) return;
  const link = (activeElement.shadowRoot?.activeElement ?? activeElement) as HTMLAnchorElement;
  if (!link.href) return;
  const path = linkOf(link)?.offers?.[0];
  const n = cards.findIndex(({ offer, href }) => offer.path === path || href === link.href);
  root.querySelectorAll<HTMLElement>('li a,li input,thead a')[n]?.focus({ preventScroll: true });
}
