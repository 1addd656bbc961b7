import type { ReactiveControllerHost } from 'lit';
import { offerAddress } from '../../core/link/offer-address.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { describeOffers, type ProductData } from '../../structured-data/describe-offers.ts';
import { originOf } from '../../core/link/shop.ts';
import type { Settings } from '../settings.ts';
import type { Listing } from '../view/listing.ts';
import { purchaseLinkBuilder } from '../view/purchase-link-builder.ts';
import { productsOnPage } from './products-on-page.ts';

/**
 * Describes the offers of an element to search engines, in the head of the page, for as long as the element is there.
 *
 * What the page says itself stays the only word on it: a product of the same name is left out.
 */
export class PageData {
  readonly #host: Element;
  #script: HTMLScriptElement | undefined;

  constructor(host: Element & ReactiveControllerHost) {
    this.#host = host;
    host.addController({
      hostDisconnected: () => this.#script?.remove(),
      hostConnected: () => host.requestUpdate(),
    });
  }

  /** Says what is for sale now, in place of what was said before. */
  describe(listing: Listing, settings: Settings): void {
    const { ownerDocument } = this.#host;
    const known = productsOnPage(ownerDocument, this.#script);
    const products = productsOf(listing, settings).filter(({ name }) => !known.has(name));
    if (!products.length) return this.#script?.remove();
    const text = JSON.stringify({ '@context': 'https://schema.org', '@graph': products });
    const script = (this.#script ??= Object.assign(ownerDocument.createElement('script'), {
      type: 'application/ld+json',
    }));
    if (script.textContent !== text) script.textContent = trusted(text);
    if (!script.isConnected) ownerDocument.head.append(script);
  }
}

/** A script that only holds data is still one to Trusted Types, which want to know who wrote it. */
let policy: { createScript(text: string): string } | undefined;

function trusted(text: string): string {
  const { trustedTypes } = globalThis as {
    trustedTypes?: { createPolicy(name: string, rules: NonNullable<typeof policy>): typeof policy };
  };
  try {
    policy ??= trustedTypes?.createPolicy('limio-offers', { createScript: (given) => given });
  } catch {
    // The page allows no policy of that name, and perhaps asks for none.
  }
  return policy ? policy.createScript(text) : text;
}

/** The products of a list, at addresses that hold nothing of this visit. */
function productsOf(listing: Listing, settings: Settings): readonly ProductData[] {
  const { shop, label, country, pageUrl } = settings;
  const now = Date.now();
  const linkTo = purchaseLinkBuilder(listing, { ...settings, visitQuery: '' });
  const addressOf = (offer: Offer) => (offer.href ? offerAddress(offer.href, pageUrl) : linkTo([offer]));
  const forSale = listing.offers.filter((offer) => isForSale(offer, { now, label, country }));
  return describeOffers(forSale, addressOf, originOf(shop) ?? '')['@graph'];
}

/** Makes what tells search engines of the offers of an element. */
export const create = (host: Element & ReactiveControllerHost): PageData => new PageData(host);
