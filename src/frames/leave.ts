/**
 * Goes to an address as a click on a link of this document would, in this tab, the whole tab or a new one.
 *
 * The link is never part of the page, so that the page's listeners do not see it, and its referrer policy keeps
 * the page's address, which may hold personal details, from the shop.
 */
export function leaveFor(url: string, target: '_blank' | '_top', page: Document = document): void {
  const anchor = page.createElement('a');
  Object.assign(anchor, { href: url, target, rel: 'noopener', referrerPolicy: 'origin' });
  anchor.click();
}
