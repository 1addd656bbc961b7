/** What a purchase link asks a shop for. */
export interface PurchaseRequest {
  /** Paths of offers, in the order of the link, each once. */
  paths: string[];
  /** Sells whatever carries this label. */
  label: string;
  /** As it was written; `''` without one. */
  promo: string;
  /** Campaign parameters of the entry address, for the order's records. */
  campaign: [name: string, value: string][];
}

/**
 * Reads the query of a shop page the way Limio's shop does. Written on its own, so that it can disagree with
 * the part of `limio-offers` that writes such links.
 *
 * @see https://docs.limio.com/product/checkout/how-to-configure-purchase-links
 */
export function readPurchaseRequest(search: string): PurchaseRequest {
  const query = new URLSearchParams(search);
  const wanted = query.getAll('purchase');
  const isByLabel = wanted[0] === 'true' && query.has('label');
  return {
    paths: isByLabel ? [] : [...new Set(wanted)],
    label: isByLabel ? (query.get('label') ?? '') : '',
    promo: query.get('pc') ?? '',
    campaign: [...query].filter(([name]) => /^utm_|^(gclid|msclkid|fbclid)$/.test(name)),
  };
}
