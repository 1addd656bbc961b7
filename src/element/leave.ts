/**
 * Sends the customer to an address as a click on a link would.
 *
 * The link is never part of the page, so the page's own click listeners do not see where it goes, and its
 * referrer policy keeps the page's address, which may hold personal details, from the shop. `location.assign`
 * offers neither.
 */
export function leaveFor(url: string, target: string): void {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.target = target;
  anchor.rel = 'noopener';
  anchor.referrerPolicy = 'origin';
  anchor.click();
}

/** The customer asked for another tab or window: that is the browser's to do, in this very click. */
export const opensElsewhere = ({ metaKey, ctrlKey, shiftKey, altKey, button }: MouseEvent): boolean =>
  metaKey || ctrlKey || shiftKey || altKey || button > 0;
