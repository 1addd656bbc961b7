import { isWebAddress } from '../core/link/shop.ts';
import type { Offer, Price } from '../core/offer/offer.ts';
import { priceSpecification, type CompoundPrice, type UnitPrice } from './price-specification.ts';

/** An offer of a product. https://schema.org/Offer */
export interface OfferData {
  '@type': 'Offer';
  url: string;
  price: string;
  priceCurrency: string;
  availability: 'https://schema.org/InStock';
  availabilityStarts?: string;
  availabilityEnds?: string;
  /** The day after which it is not sold any more. */
  priceValidUntil?: string;
  eligibleRegion?: readonly string[];
  eligibleQuantity?: { '@type': 'QuantitativeValue'; minValue: number; maxValue: number };
  priceSpecification: ReadonlyArray<UnitPrice | CompoundPrice>;
}

/** The lowest of several prices, where the others are not known. https://schema.org/AggregateOffer */
export interface AggregateOfferData {
  '@type': 'AggregateOffer';
  url: string;
  lowPrice: string;
  priceCurrency: string;
}

/** A plan, with each way to buy it. https://schema.org/Product */
export interface ProductData {
  '@type': 'Product';
  name: string;
  description?: string;
  image?: string;
  offers: Array<OfferData | AggregateOfferData>;
}

/** A document of schema.org. */
export interface StructuredData {
  '@context': 'https://schema.org';
  '@graph': readonly ProductData[];
}

/** Where an offer is bought; nothing where it cannot be. */
type AddressOf = (offer: Offer) => string | undefined;

/**
 * Describes offers as schema.org has it: a `Product` for each name, with an `Offer` for each way to buy it. Plans that
 * are sold monthly and yearly under one name are one product.
 *
 * Nothing is made up: an offer without a price in numbers, or without an address on the web, is left out.
 *
 * @param offers that are for sale.
 * @param shop origin that paths of images start from.
 */
export function describeOffers(offers: readonly Offer[], addressOf: AddressOf, shop: string): StructuredData {
  const products = new Map<string, ProductData>();
  for (const offer of offers) {
    const { price, name } = offer;
    const url = addressOf(offer);
    if (!price || !url || !webAddress(url)) continue;
    const product = products.get(name) ?? productOf(offer, shop);
    products.set(name, product);
    product.offers.push(price.isFrom ? lowestOf(price, url) : offerOf(offer, price, url));
  }
  return { '@context': 'https://schema.org', '@graph': [...products.values()] };
}

function productOf({ name, summary, image }: Offer, shop: string): ProductData {
  const address = image && webAddress(image, shop);
  return {
    '@type': 'Product',
    name,
    ...(summary && { description: summary }),
    ...(address && { image: address }),
    offers: [],
  };
}

const lowestOf = ({ amount, currency }: Price, url: string): AggregateOfferData => ({
  '@type': 'AggregateOffer',
  url,
  lowPrice: amount,
  priceCurrency: currency,
});

function offerOf({ from, until, countries, quantity }: Offer, price: Price, url: string): OfferData {
  const [starts, ends, lastMoment] = [instant(from), instant(until), instant(until, 1)];
  return {
    '@type': 'Offer',
    url,
    price: price.amount,
    priceCurrency: price.currency,
    availability: 'https://schema.org/InStock',
    ...(starts && { availabilityStarts: starts }),
    ...(ends && { availabilityEnds: ends, priceValidUntil: lastMoment!.slice(0, 10) }),
    ...(countries && { eligibleRegion: countries }),
    ...(quantity && {
      eligibleQuantity: { '@type': 'QuantitativeValue', minValue: quantity.min, maxValue: quantity.max },
    }),
    priceSpecification: priceSpecification(price),
  };
}

/**
 * A date in ISO 8601, or so many milliseconds before it; nothing for what cannot be read as one, or lies in a year of
 * more than four digits.
 */
function instant(date: string | undefined, before = 0): string | undefined {
  const time = Date.parse(date ?? '') - before;
  const written = Number.isNaN(time) ? '' : new Date(time).toISOString();
  return /^\d/.test(written) ? written : undefined;
}

function webAddress(address: string, base?: string): string | undefined {
  try {
    const url = new URL(address, base);
    return isWebAddress(url) ? url.href : undefined;
  } catch {
    return undefined;
  }
}
