import { INVALID_TEXT } from '../../core/invalid-text.ts';
import type { OfferLink } from './offer-link.ts';

/**
 * The links in a child that cards can stand in for: those that sell offers, and those that lead elsewhere and say by
 * `data-name`, on them or around them, what is behind: `<a href="/contact" data-name="Enterprise">Talk to us</a>`.
 *
 * @param offerLinks finds those that sell offers, in whichever shop; left out, those that lead elsewhere are found alone.
 * @param shop origin of the shop; no purchase link is ever made of what leads elsewhere.
 */
export function cardLinks(
  child: Element,
  shop = '',
  offerLinks: (child: Element) => OfferLink[] = () => [],
): OfferLink[] {
  const selling = offerLinks(child);
  // A child that is no link has no address, and is none of them; nor has a link within a drawing one of this kind.
  const anchors = [child, ...child.querySelectorAll('a:not(svg a)')] as HTMLAnchorElement[];
  return anchors.flatMap(
    (anchor) => selling.find((each) => each.anchor === anchor) ?? elsewhere(anchor, child, shop),
  );
}

/**
 * Reads such a link. Its text says what to do, unless it begins with the name. What tells it from others is `data-path`,
 * or its name.
 */
function elsewhere(anchor: HTMLAnchorElement, child: Element, shop: string): OfferLink[] {
  const named = anchor.closest<HTMLElement>('[data-name]');
  const name = child.contains(named) ? named!.dataset['name']!.trim() : '';
  if (!name || INVALID_TEXT.test(name) || !hasOwnAddress(anchor) || isSold(named!, anchor)) return [];
  const text = anchor.textContent.replace(/\s+/g, ' ').trim();
  const { dataset, href } = anchor;
  const said = {
    dataset: { ...(text.startsWith(name) ? {} : { cta: text }), ...dataset, name, href },
    textContent: '',
  };
  return [{ anchor, said, link: { shop, offers: [dataset['path'] ?? `/${name}`] } }];
}

/** Whether another link sells what has the name: then this one says more about it, and is no card. */
const isSold = (named: Element, anchor: Element): boolean =>
  [...named.querySelectorAll('a[href*=purchase]')].some((other) => other !== anchor);

/** An address that sells an offer, but for a slip in it, is no other place; nor is the top of this page. */
const hasOwnAddress = ({ attributes, search }: HTMLAnchorElement): boolean =>
  /^(?!#?$)/.test(attributes.getNamedItem('href')?.value ?? '') &&
  (!/purchase/i.test(search) || /[?&]purchase=true&(.*&)?label=./.test(search));
