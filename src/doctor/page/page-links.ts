import { readPurchaseLink, type PurchaseLink } from '../../core/link/purchase-link.ts';
import { mendedAddress } from '../../core/link/mended-address.ts';
import { ATTRIBUTES } from '../../element/attributes/attributes.ts';
import { unquoted } from '../../core/unquoted.ts';
import { around, descendantsOf, type PageElement } from './page-element.ts';
import { settingOf, type Page } from './page.ts';

/** A purchase link of the page. */
export interface PageLink {
  element: PageElement;
  link: PurchaseLink;
}

/** The purchase links among some elements. */
export const linksAmong = (elements: readonly PageElement[]): PageLink[] =>
  elements.flatMap((element) => {
    const link = element.tag === 'a' && readPurchaseLink(hrefOf(element));
    return link ? [{ element, link }] : [];
  });

/** The purchase links inside a tag of ours. */
export const linksIn = (tag: PageElement): PageLink[] => linksAmong(descendantsOf(tag));

/** The shop of a tag, as it says itself, or as its links do. */
export const shopOf = (tag: PageElement): string | undefined =>
  ATTRIBUTES.shop.read(settingOf(tag, 'shop')) || linksIn(tag)[0]?.link.shop;

/** The purchase links that stand in no tag of ours. */
export const linksOutside = ({ elements }: Page): PageLink[] =>
  linksAmong(elements).filter(
    ({ element }) => ![...around(element)].some(({ tag }) => tag === 'limio-offers'),
  );

/** An element and what is around it inside a tag of ours: itself first, the child of the tag last. */
export function upToTag(element: PageElement): PageElement[] {
  const all = [element, ...around(element)];
  return all.slice(
    0,
    all.findIndex(({ tag }) => tag === 'limio-offers'),
  );
}

/** What a link, or the child of the tag it stands in, says in `data-…` of the offer that it sells. */
export function saidBy({ element, link }: PageLink): object {
  const child = upToTag(element).at(-1) ?? element;
  const of = (name: string) => {
    const written = element.attributes[`data-${name}`] ?? child.attributes[`data-${name}`];
    return written === undefined ? undefined : unquoted(written);
  };
  const listed = (name: string) => of(name)?.split('|');
  return {
    path: link.offers?.[0],
    price: { amount: of('price'), currency: of('currency'), interval: of('interval'), was: of('was') },
    labels: listed('labels'),
    countries: listed('countries'),
    group: of('group'),
    image: of('image'),
    from: of('from'),
    until: of('until'),
  };
}

/** Where an anchor leads, also where editors and trackers have damaged its address. */
export const hrefOf = ({ attributes }: PageElement): string => mendedAddress(attributes['href'] ?? '');
