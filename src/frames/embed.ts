/**
 * The script of `embed.html`: offers for places that take nothing but the address of a frame.
 * @module
 */
import { purchaseLink } from '../core/purchase-link.ts';
import { readEmbedAddress, type EmbedSettings } from './embed-address.ts';
import { keepLinksWorking } from './frame.ts';
import { connectParent, originOfParent } from './parent-page.ts';

const settings = readEmbedAddress(location.search);
const element = document.querySelector('limio-offers')!;
fill(element, settings);

const origin = settings.parent ?? originOfParent();
const page = parent === self || !origin ? undefined : connectParent(origin);
keepLinksWorking(page);
// A panel that is hidden has no height; once it is shown, this comes again.
new ResizeObserver(() => page?.sayHeight(document.body.offsetHeight)).observe(document.body);

/** What the page itself says holds; its address fills in the rest. */
function fill(el: Element, { attributes, offers }: EmbedSettings): void {
  const { theme = '', locale = '' } = attributes;
  const { style } = document.documentElement;
  // A frame is see-through only while its colour scheme is that of the page around it.
  if (theme) style.colorScheme = theme === 'auto' ? 'light dark' : theme;
  if (locale) document.documentElement.lang = locale;
  for (const [name, value] of Object.entries(attributes))
    if (!el.hasAttribute(name)) el.setAttribute(name, value);
  if (!el.childElementCount) el.append(...offers.flatMap((path) => linkTo(path, el)));
}

function linkTo(path: string, el: Element): HTMLAnchorElement[] {
  const of = (name: string) => el.getAttribute(name) ?? '';
  try {
    const anchor = document.createElement('a');
    const link = { shop: of('shop'), page: of('page'), offers: [path], promoCode: of('promo-code') };
    anchor.href = purchaseLink(link);
    anchor.target = '_blank';
    anchor.rel = 'noopener';
    anchor.textContent = path.slice(path.lastIndexOf('/') + 1);
    return [anchor];
  } catch {
    return [];
  }
}
