import type { Offer } from '../core/offer/offer.ts';
import { isModifiedClick, navigate } from '../core/navigate.ts';
import type { ParentPage } from './parent-page.ts';

/** `<limio-offers>`, as far as a frame depends on it. */
interface Offers extends HTMLElement {
  target: string;
  checkoutMode: string;
  showLink(url: string): void;
}

interface CheckoutEvent extends Event {
  readonly offers: readonly Offer[];
  readonly url: string;
}

/** How long the whole tab gets to leave before the link is shown, in milliseconds. */
const LEAVE_WAIT_MS = 500;

/**
 * Keeps the links of `<limio-offers>` working in a frame, whatever its sandbox allows: the page around it opens
 * the link, if it listens; else a new window; else the whole tab; and where none of it is allowed, the customer
 * sees the link, to copy.
 *
 * A shop cannot be shown in a frame, so a new window is the default there; an element whose `target` is `_self`
 * all the same is left alone. So is an assisted checkout, which has a ladder of its own, except in a frame that
 * has no origin, where there is none.
 *
 * @param page that around the frame; left out, nobody listens.
 * @returns a function that ends it.
 *
 * @example
 * keepLinksWorking(connectParent('https://www.example.com'));
 */
export function keepLinksWorking(page?: ParentPage): () => void {
  // A property that is set before the element is defined would win over its attributes, so it waits until then.
  const prepare = (el: Offers) => 'target' in el && (el.target ||= '_blank');
  const onReady = (event: Event) => prepare(event.composedPath()[0] as Offers);
  const onCheckout = (event: Event) => {
    const { url } = event as CheckoutEvent;
    const el = event.composedPath()[0] as Offers;
    const isAssisted = el.checkoutMode === 'assisted' && self.origin !== 'null';
    if (event.defaultPrevented || isAssisted || el.target === '_self') return;
    event.preventDefault();
    // The event is prevented only to open the link in another way, so analytics counts this checkout.
    Object.assign(event, { isTakenOver: true });
    const target = el.target === '_top' ? '_top' : '_blank';
    void leave(url, target, page).then((hasLeft) => hasLeft || el.showLink(url));
  };
  // The page's own links, where the element shows those, need a way out of the frame as well.
  const onClick = (event: MouseEvent) => {
    const anchor = (event.target as Element).closest<HTMLAnchorElement>('limio-offers a[href*="purchase="]');
    if (!anchor || isModifiedClick(event) || event.defaultPrevented || anchor.target === '_self') return;
    event.preventDefault();
    const el = anchor.closest<Offers>('limio-offers')!;
    void leave(anchor.href, '_blank', page).then((hasLeft) => hasLeft || el.showLink(anchor.href));
  };
  document.querySelectorAll<Offers>('limio-offers').forEach(prepare);
  document.addEventListener('limio-ready', onReady);
  // Without a page to ask, it listens on the window, whose listeners run last: by then the page's own listeners,
  // or another call of this function with a page to ask, have prevented what they handle.
  const teller = page ? document : window;
  teller.addEventListener('limio-checkout', onCheckout);
  teller.addEventListener('click', onClick as EventListener);
  return () => {
    document.removeEventListener('limio-ready', onReady);
    teller.removeEventListener('limio-checkout', onCheckout);
    teller.removeEventListener('click', onClick as EventListener);
  };
}

async function leave(url: string, target: '_blank' | '_top', page?: ParentPage): Promise<boolean> {
  if (page && (await page.open(url, target))) return true;
  if (target === '_blank' && openWindow(url)) return true;
  navigate(document, url, '_top');
  // No browser tells whether a frame may navigate the whole tab. If this page is still here after a moment, it may not.
  return new Promise((resolve) => {
    addEventListener('pagehide', () => resolve(true), { once: true });
    setTimeout(() => resolve(false), LEAVE_WAIT_MS);
  });
}

/** Opens a window, in the click itself. With `noopener`, nobody could tell a window from a refusal. */
function openWindow(url: string): boolean {
  const page = window.open('', '_blank');
  if (!page) return false;
  try {
    page.opener = null;
    navigate(page.document, url, '_top');
  } catch {
    // A window that inherits the sandbox is a stranger to this frame, which may still send it somewhere.
    page.location.href = url;
  }
  return true;
}
