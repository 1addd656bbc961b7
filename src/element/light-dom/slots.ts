import { isForLater, slottables, type LightDom } from './light-dom.ts';

/** Two slots, before and after what is drawn. They are no part of a template: what the page holds needs nothing else. */
export interface Slots {
  above: HTMLSlotElement;
  below: HTMLSlotElement;
}

/** Empties a shadow root but for two slots, and shows all children: whatever comes later, the page is not blank. */
export function makeSlots(root: ShadowRoot): Slots {
  // In a document of SVG, what is made without a namespace is no slot.
  const [above, below] = ['heading', ''].map((name) =>
    Object.assign(root.ownerDocument.createElementNS(root.host.namespaceURI, 'slot'), { name }),
  ) as [HTMLSlotElement, HTMLSlotElement];
  root.replaceChildren(above, below);
  const slots = { above, below };
  fillSlots(slots, root.host);
  return slots;
}

/**
 * Shows all children as they stand on the page, or those that cards do not stand in for around the cards.
 *
 * Slots are filled by hand, so that the others are in no slot and not shown twice, and nothing has to be written on
 * a child that belongs to the page.
 *
 * @param page what stands around the cards, where there are any.
 * @param due `empty` or `error`, where there is nothing to show: its slot is shown as well.
 */
export function fillSlots(
  { above, below }: Slots,
  host: Element,
  page?: Pick<LightDom, 'above' | 'below'>,
  due?: string,
): void {
  const all = slottables(host);
  const slotted = (name: string) => all.filter((node) => (node as Element).slot === name);
  above.assign(...(page ? [...page.above, ...slotted('heading')] : []));
  below.assign(
    ...(page
      ? [...slotted('trust'), ...slotted('footer'), ...page.below]
      : all.filter((node) => !isForLater(node) || (node as Element).slot === due)),
  );
}
