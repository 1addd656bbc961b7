import type { Offer } from '../../core/offer/offer.ts';
import { mayBeDamaged } from '../../core/offer/may-be-damaged.ts';
import { isPlainPrice } from '../../core/price/given-price.ts';
import type { PurchaseLink } from '../../core/link/purchase-link.ts';
import { readPlainOffer } from '../../core/offer/plain-offer.ts';
import { originOf } from '../../core/link/shop.ts';
import { givenOffer, linkOf, meant, offerLinks, textOf, type OfferLink } from './offer-link.ts';

/** A child that a slot can show. */
export type Slottable = Element | Text;

/** What stands inside the element's tags on the page. */
export interface LightDom {
  /** Offers of the links that cards stand in for, and the link each was read from. */
  offers: readonly Offer[];
  links: ReadonlyMap<string, PurchaseLink>;
  /** Text of a JSON script, where there is one. */
  json?: string | null | undefined;
  /** What stays visible when the cards are drawn, above and below them. */
  above: readonly Slottable[];
  below: readonly Slottable[];
  /** Some of that holds links of the shop, which sell where they are. */
  hasPageLinks?: boolean;
  /** A price is not written as programs write it, a link belongs to another shop, or a list stands there as text. */
  isFaulty?: boolean;
}

/** Finds the links that cards can stand in for; given are the origin of the shop, and what finds those that sell. */
type LinkReader = (child: Element, shop: string | undefined, selling: typeof offerLinks) => OfferLink[];

/** An element with nothing between its tags. */
export const NOTHING: LightDom = { offers: [], links: new Map(), above: [], below: [] };

/** What programs have printed: a list of offers, as a filter kept what was in the script; attributes of Markdown. */
const PRINTED = /path\W{2}.{0,99}offers|\{:? ?(\.|data-)/;

/**
 * A self-closed tag swallows the rest of the page. Where one of these is found among the children, only
 * bare links stand for offers; all else is a piece of that page, and follows the offers.
 */
const PAGE_CONTENT = ':is(main,header,footer,nav,form,aside,h1,iframe,limio-offers):not([slot],[slot] *)';

/** What editors and trackers leave in an address, as browsers encode it. */
const DAMAGE = /amp[;%]|#0*38|\?.*\?\w|^[^?]*purchase|%(0|2[25]|20%20|20&|3[D-F]|C2|E2%8|EF)|'|ps?\/\//;

/** What is seen though it holds no text; and blocks in a link, with more than an empty line behind: a card that the page has made itself. */
const SEEN =
  ':is(img,svg,video,audio,canvas,iframe,object,embed,input,button,select,textarea,progress,meter,hr):not(a *),a :is(h1,h2,h3,h4,h5,h6,p,div,ul)~:not(:empty)';

/** Whether there is anything to read: blanks of any kind, and marks that part links such as `|`, are nothing. */
export const isText = (text: string | null): boolean => /[^\s\p{P}\p{Sm}\p{C}]/u.test(text!);

const isElement = (node: Node): node is Element => node.nodeType === 1;

/** Editors leave these behind; there is nothing in them to see. */
const isBlank = (node: Slottable): boolean =>
  isElement(node) && !(node.matches('p') && !node.childElementCount)
    ? node.matches('script,style,template,br')
    : !isText(node.textContent);

/** Whether a child is a picture of the cards that came with the page, and stands until they are drawn. */
export const isPicture = (node: Slottable): boolean =>
  isElement(node) && node.matches('.limio-cards,[data-limio-picture]');

/** The children that a slot can show. */
export const slottables = ({ childNodes }: Element): Slottable[] =>
  ([...childNodes] as Slottable[]).filter((node) => isElement(node) || node.nodeType === 3);

/**
 * Reads the children of the element: a JSON script, and one of two kinds each.
 *
 * A child is *offers* where cards can stand in for it: it is nothing but purchase links of the shop and what editors
 * wrap round them, or says `data-name`, or is a picture of the cards. All else is content of the page and stays as
 * it is, with the links in it.
 *
 * Nothing is moved, marked or removed, so frameworks that own the children never notice.
 *
 * @param shop the shop the links must belong to; `''` takes the shop of the first purchase link.
 * @param read reads one offer; `readWrittenOffer` where prices are written as people write them.
 * @param linksIn finds the links in a child; `cardLinks` where some lead elsewhere.
 */
export function readLightDom(
  host: Element,
  shop: string,
  read = readPlainOffer,
  linksIn: LinkReader = offerLinks,
): LightDom {
  const origin = originOf(shop);
  const found: Array<OfferLink & { child: Element; isCta: boolean; text: string; path: string }> = [];
  const above: Slottable[] = [];
  const below: Slottable[] = [];
  const isSwallowing = host.querySelector(PAGE_CONTENT);
  let hasPageLinks = false;
  let isFaulty = isMangled(host);
  for (const child of slottables(host) as Element[]) {
    if (/^(heading|footer)$/.test(child.slot) || isBlank(child)) continue;
    const all =
      isElement(child) && (!isSwallowing || child.matches('a')) ? linksIn(child, origin, offerLinks) : [];
    const ours = all.filter(({ link }) => link.shop === origin);
    isFaulty ||= ours.length < all.length;
    const isCta = ours[0] && !isNothingBut(ours, child);
    if (isPicture(child) || (ours[0] && (!isCta || isNamed(child, ours))))
      for (const each of ours)
        found.push({ ...each, child, isCta: isCta!, text: textOf(each), path: each.link.offers![0]! });
    else {
      hasPageLinks ||= Boolean(ours[0]);
      isFaulty ||= PRINTED.test(child.textContent!);
      (found[0] || isSwallowing ? below : above).push(child);
    }
  }
  const links = new Map<string, PurchaseLink>();
  const offers: Offer[] = [];
  for (const each of found) {
    const isRepeated = found.some(({ text, path }) => text === each.text && path !== each.path);
    const given = givenOffer(each, meant(each.child), isRepeated || each.isCta);
    const offer = read(given);
    const sold = links.get(each.path);
    // One card cannot sell an offer with a code and without, or in a bundle: the other link stays on the page.
    if (sold && basketOf(sold) !== basketOf(each.link)) {
      below.push(each.child);
      hasPageLinks = true;
    }
    if (!offer || sold) continue;
    isFaulty ||= !isPlainPrice(given, offer) || mayBeDamaged(given);
    links.set(offer.path, each.link);
    offers.push(offer);
  }
  const json = host.querySelector(':scope>script[type*="/json" i]')?.textContent;
  return { offers, links, json, above, below, hasPageLinks, isFaulty };
}

/** Whether an editor has moved a list out of the tag, into a paragraph, or damaged an address. */
function isMangled(host: Element): boolean {
  const behind = host.nextElementSibling;
  return (
    (behind?.matches('p') && PRINTED.test(behind.textContent!)) ||
    [...host.querySelectorAll<HTMLAnchorElement>('a[href*=purchase]')].some(({ href }) => DAMAGE.test(href))
  );
}

const basketOf = ({ page, offers, promoCode }: PurchaseLink): string => `${page} ${promoCode} ${offers}`;

/** Whether a child is nothing but links, and what editors wrap round them. */
export const isNothingBut = (links: ReadonlyArray<Pick<OfferLink, 'anchor'>>, child: Element): boolean =>
  links.length >= child.querySelectorAll('a[href]').length &&
  !child.querySelector(SEEN) &&
  !isText(links.reduce((text, { anchor }) => text.replace(anchor.textContent!, ''), child.textContent!));

/** Whether a child of one offer says what it sells, or its link does; or it is cards that the style sheet draws. */
const isNamed = (child: Element, links: readonly OfferLink[]): boolean =>
  child.matches('.limio-cards') ||
  (new Set(links.map(({ link }) => link.offers![0])).size < 2 &&
    [child, ...links.map(({ anchor }) => anchor)].some((part) => part.matches('[data-name]')));

/** Whether there is anything between the tags for a person to see. */
export const hasContent = (host: Element): boolean =>
  !slottables(host).every((node) => isBlank(node) || isForLater(node) || (node as Element).slot === 'trust');

/** Whether a child is only shown where there is nothing else to show. */
export const isForLater = (node: Slottable): boolean => /^(empty|error)$/.test((node as Element).slot);

/** The shop's origin as its own links tell it, for pages whose editor stripped the `shop` attribute. */
export function shopOfLinks(host: Element): string {
  for (const anchor of host.querySelectorAll('a')) {
    const link = linkOf(anchor);
    if (link) return link.shop;
  }
  return '';
}
