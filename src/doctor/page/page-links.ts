import { readPurchaseLink, type PurchaseLink } from '../../core/link/purchase-link.ts';
import { mendedAddress } from '../../core/link/mended-address.ts';
import { around, descendantsOf, type PageElement } from './page-element.ts';
import type { Page } from './page.ts';

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

/** The purchase links that stand in no tag of ours. */
export const linksOutside = ({ elements }: Page): PageLink[] =>
  linksAmong(elements).filter(
    ({ element }) => ![...around(element)].some(({ tag }) => tag === 'limio-offers'),
  );

/** Where an anchor leads, also where editors and trackers have damaged its address. */
export const hrefOf = ({ attributes }: PageElement): string => mendedAddress(attributes['href'] ?? '');
