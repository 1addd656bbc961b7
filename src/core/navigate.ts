/**
 * Goes to an address as a click on a link of a document would.
 *
 * The link is never part of the document, so the page's own click listeners do not see where it goes, and its
 * referrer policy keeps the page's address, which may hold personal details, from the shop. `location.assign`
 * offers neither.
 *
 * @param page the document that is left, or the one of a window that was just opened.
 */
export function navigate(page: Document, url: string, target: string): void {
  const anchor = page.createElement('a');
  Object.assign(anchor, { href: url, target, rel: 'noopener', referrerPolicy: 'origin' });
  anchor.click();
}

/** Whether the customer asked for another tab or window: that is the browser's to do, in this very click. */
export const isModifiedClick = ({ metaKey, ctrlKey, shiftKey, altKey, button }: MouseEvent): boolean =>
  metaKey || ctrlKey || shiftKey || altKey || button > 0;
