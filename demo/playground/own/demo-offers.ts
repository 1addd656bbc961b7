import { readCatalog } from '../../../src/catalog/read-catalog.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';

/** The offers of the demo's shop that a pricing page may show today, read as a customer's catalogue would be. */
export async function demoOffers(): Promise<readonly Offer[]> {
  const response = await fetch(new URL('offers.json', document.baseURI));
  const { offers } = readCatalog(await response.json());
  const now = Date.now();
  return offers.filter(
    ({ labels, from, until }) =>
      labels?.includes('pricing') && !(from && Date.parse(from) > now) && !(until && Date.parse(until) < now),
  );
}

/** An example without what only Limio knows of it. */
export const plain = ({
  id: _,
  version: __,
  image: ___,
  labels: ____,
  group: _____,
  ...offer
}: Offer): Offer => offer;
