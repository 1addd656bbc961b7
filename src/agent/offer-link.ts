import { offerAddress } from '../core/link/offer-address.ts';
import { purchaseLink } from '../core/link/purchase-link.ts';
import type { Offer } from '../core/offer/offer.ts';

/**
 * Where an offer leads in a chat or a document: to its purchase link, or to the page that it names itself.
 *
 * @param shop origin of the shop, and the page to land on where an offer names none.
 * @returns nothing where it names an address that a chat cannot open: no purchase link is made up for it.
 * @throws {LimioError} `shop_invalid`, `page_invalid`
 *
 * @example
 * offerLink({ path: '/offers2/Pro', name: 'Pro' }, { shop: 'https://shop.example.com' });
 * // 'https://shop.example.com/checkout?purchase=%2Foffers2%2FPro'
 */
export const offerLink = (
  { path, page, href }: Pick<Offer, 'path' | 'page' | 'href'>,
  shop: { shop: string; page?: string | undefined },
): string | undefined =>
  href ? offerAddress(href) : purchaseLink({ shop: shop.shop, page: page ?? shop.page, offers: [path] });
