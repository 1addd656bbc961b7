import { filledCatalog } from '../catalog/filled-catalog.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { isoCountry } from '../core/iso-country.ts';
import { offerAddress } from '../core/link/offer-address.ts';
import { purchaseLink } from '../core/link/purchase-link.ts';
import { pagePath, shopOrigin } from '../core/link/shop.ts';
import { isForSale } from '../core/offer/is-for-sale.ts';
import type { Offer } from '../core/offer/offer.ts';
import { describeOffers, type StructuredData } from './describe-offers.ts';

/** Which offers are described, and where they are bought. */
export interface JsonLdOptions {
  /** Origin of the shop, or its bare host: `https://shop.example.com`. */
  shop: string;
  /** Path of a checkout or cart page; default the offer's own page, else `/checkout`. */
  page?: string;
  /** Promo code of the links. */
  promoCode?: string;
  /** Describes only offers that carry this label. */
  label?: string;
  /** ISO 3166-1 code; leaves out offers that are not sold there. */
  country?: string;
  /** Address of the page, for offers that lead to an address relative to it. */
  pageUrl?: string;
}

/**
 * Offers as structured data of schema.org, for search engines.
 *
 * @param list offers in any shape that is known: ours, or a reply of Limio's Offers V2.
 * @throws {LimioError} `invalid_response` when it is no list; `shop_invalid` or `page_invalid`
 *
 * @example
 * jsonLd([{ path: '/offers2/Pro', name: 'Pro', price: { amount: '29', currency: 'EUR' } }], { shop })['@graph'][0].name; // 'Pro'
 */
export function jsonLd(list: unknown, options: JsonLdOptions): StructuredData {
  const { shop, page, label, country, pageUrl } = options;
  const origin = shopOrigin(shop);
  if (page) pagePath(page);
  const market = { now: Date.now(), label, country: isoCountry(country) };
  const addressOf = (offer: Offer) =>
    offer.href ? offerAddress(offer.href, pageUrl) : linkTo(offer, options);
  const forSale = filledCatalog(readCatalog(list)).offers.filter((offer) => isForSale(offer, market));
  return describeOffers(forSale, addressOf, origin);
}

/** An offer's own page may be no page of the shop; that must not cost the rest. */
function linkTo({ path, page: own }: Offer, { shop, page, promoCode }: JsonLdOptions): string | undefined {
  for (const candidate of [page || own, page])
    try {
      return purchaseLink({ shop, page: candidate, offers: [path], promoCode });
    } catch {}
  return undefined;
}

/**
 * The same as the script tag of a page: nothing in it ends the tag early. An empty text where there is nothing to say.
 *
 * @throws {LimioError} as {@link jsonLd}
 *
 * @example
 * head += jsonLdScript(offers, { shop: 'https://shop.example.com' }); // '<script type="application/ld+json">…</script>'
 */
export function jsonLdScript(list: unknown, options: JsonLdOptions): string {
  const data = jsonLd(list, options);
  return data['@graph'].length
    ? `<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`
    : '';
}
