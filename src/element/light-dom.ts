import type { Offer } from '../core/offer.ts';
import { isPriceRead } from '../core/price-problem.ts';
import { readPurchaseLink, type PurchaseLink } from '../core/purchase-link.ts';
import { readOffer, readPrice } from '../core/read-offer.ts';
import { shopOrigin } from '../core/shop.ts';
import { UNUSABLE } from '../core/unusable.ts';

/** What stands inside the element's tags on the page. */
export interface LightDom {
  /** Offers read from real links, and the link each was read from. */
  offers: readonly Offer[];
  links: ReadonlyMap<string, PurchaseLink>;
  /** Text of a JSON script, where there is one. */
  json?: string | null | undefined;
  /** What is not an offer and stays visible when the offers are drawn, above and below them. */
  above: readonly Element[];
  below: readonly Element[];
  /** A price could not be read, or a link belongs to another shop. */
  isFaulty?: boolean;
}

/** An element with nothing between its tags. */
export const NOTHING: LightDom = { offers: [], links: new Map(), above: [], below: [] };

/**
 * A self-closed tag swallows the rest of the page. Where one of these is found among the children, only
 * bare links stand for offers; all else is a piece of that page, and follows the offers.
 */
const PAGE_CONTENT = ':is(main,header,footer,nav,form,aside,h1,iframe,limio-offers):not([slot],[slot] *)';

/** Editors leave these behind; there is nothing in them to see. */
export const isBlank = (node: Node): boolean =>
  node instanceof Element
    ? node.matches('script,style,template,br') ||
      (node.matches('p') && !node.textContent?.trim() && !node.childElementCount)
    : true;

/**
 * Reads the children of the element: purchase links of the shop, a JSON script, and everything else.
 *
 * Nothing is moved, marked or removed, so frameworks that own the children never notice.
 *
 * @param shop the shop the links must belong to; `''` takes the shop of the first purchase link.
 */
export function readLightDom(host: Element, shop: string): LightDom {
  const links = new Map<string, PurchaseLink>();
  const offers: Offer[] = [];
  const above: Element[] = [];
  const below: Element[] = [];
  let isFaulty = false;
  const isSwallowing = host.querySelector(PAGE_CONTENT);
  for (const child of host.children) {
    const isOffer = !child.slot && (!isSwallowing || child.matches('a'));
    const all = isOffer ? purchaseLinks(child) : [];
    const ours = all.filter(([, link]) => isSameShop(link.shop, shop));
    isFaulty ||= ours.length < all.length;
    for (const [anchor, link] of ours) {
      const given = givenOffer(anchor, child, link);
      const offer = readOffer(given);
      if (!offer || links.has(offer.path)) continue;
      isFaulty ||= !isPriceRead(given, offer);
      links.set(offer.path, link);
      offers.push(offer);
    }
    if (!ours.length && !child.slot && !isBlank(child))
      (offers.length || isSwallowing ? below : above).push(child);
  }
  const json = host.querySelector(':scope > script[type="application/json"]')?.textContent;
  return { offers, links, json, above, below, isFaulty };
}

/** Whether there is anything between the tags for a person to see. */
export const hasContent = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element ? !isBlank(node) : node instanceof Text && Boolean(node.data.trim()),
  );

/** The shop's origin as its own links tell it, for pages whose editor stripped the `shop` attribute. */
export function shopOfLinks(host: Element): string {
  for (const anchor of host.querySelectorAll('a')) {
    const link = readPurchaseLink(anchor.href);
    if (link) return link.shop;
  }
  return '';
}

/** The links of a child that sell offers, in whichever shop. */
export function purchaseLinks(child: Element): Array<[HTMLAnchorElement, PurchaseLink]> {
  const anchors = child instanceof HTMLAnchorElement ? [child] : [...child.querySelectorAll('a')];
  return anchors.flatMap((anchor) => {
    const link = readPurchaseLink(anchor.href);
    return link?.offers ? [[anchor, link] as [HTMLAnchorElement, PurchaseLink]] : [];
  });
}

function isSameShop(origin: string, shop: string): boolean {
  try {
    return shopOrigin(shop) === origin;
  } catch {
    return false;
  }
}

/** The link's text is the name; `data-*` on it, or on the child it stands in, tells the rest. */
export function givenOffer(
  anchor: HTMLAnchorElement,
  child: Element,
  { offers, page }: PurchaseLink,
): object {
  const data: DOMStringMap = { ...(child as HTMLElement).dataset, ...anchor.dataset };
  const { price: amount, currency, interval, was } = data;
  const price = { amount, currency, interval, was };
  const listed = (text: string | undefined) => text?.split('|');
  return {
    // What cannot be read as a price is shown as it is written, with the period that was given.
    ...(amount &&
      !UNUSABLE.test(amount) &&
      !readPrice(price) && {
        displayPrice: [amount, currency, interval].filter((part) => part && !UNUSABLE.test(part)).join(' '),
      }),
    ...data,
    path: offers?.[0],
    name: data['name'] ?? anchor.textContent?.replace(/\s+/g, ' '),
    price,
    features: listed(data['features']),
    labels: listed(data['labels']),
    countries: listed(data['countries']),
    highlighted: 'highlighted' in data,
    page,
  };
}
