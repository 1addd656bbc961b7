/**
 * The script of `embed.html`: offers for places that take nothing but the address of a frame.
 * @module
 */
import { purchaseLink } from '../core/link/purchase-link.ts';
import { readEmbedAddress, type EmbedSettings } from './embed-address.ts';
import { keepLinksWorking } from './frame.ts';
import { connectParent, originOfParent } from './parent-page.ts';

const settings = readEmbedAddress(location.search);
const element = document.querySelector('limio-offers')!;
fill(element, settings);

const origin = settings.parent ?? originOfParent();
const page = parent === self || !origin ? undefined : connectParent(origin);
keepLinksWorking(page);
// A hidden panel has no height. The observer calls again once the panel is shown.
new ResizeObserver(() => page?.sayHeight(document.body.offsetHeight)).observe(document.body);

/** Sets what the address of the page asks for, unless the markup of the page has set it already. */
function fill(el: Element, { attributes, offers }: EmbedSettings): void {
  const { theme = '', locale = '' } = attributes;
  const { style } = document.documentElement;
  // A frame is transparent only while its colour scheme is that of the page around it.
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
