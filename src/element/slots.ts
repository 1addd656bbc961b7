import type { LightDom } from './light-dom.ts';

/**
 * Shows the children that are not drawn as cards: around the offers, or all of them where there are none.
 *
 * Slots are filled by hand, so that children that became cards are in no slot and not shown twice, and
 * nothing has to be written on a child that belongs to the page.
 */
export function assignSlots(root: ParentNode, host: Element, { above, below }: LightDom): void {
  for (const slot of root.querySelectorAll('slot')) {
    const children = [...host.childNodes].filter((node) => node instanceof Element || node instanceof Text);
    const slotted = (name: string) =>
      children.filter((node) => (node instanceof Element ? node.slot : '') === name);
    const places: Record<string, readonly (Element | Text)[]> = { above, below, all: slotted('') };
    slot.assign?.(...(places[slot.name] ?? slotted(slot.name)));
  }
}
