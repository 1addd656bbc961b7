import { agentOffer } from '../agent/agent-offer.ts';
import type { Offer, Price } from '../core/offer/offer.ts';
import { minorUnits } from './minor-units.ts';

/** Money as UCP writes it: in the smallest unit. */
export interface UcpPrice {
  amount: number;
  currency: string;
}

/** A product with its one variant. */
export interface UcpProduct {
  id: string;
  title: string;
  description: { plain: string };
  price_range: { min: UcpPrice; max: UcpPrice };
  variants: [UcpVariant];
}

interface UcpVariant {
  /** The path of the offer, which is the id of an item in a checkout. */
  id: string;
  title: string;
  description: { plain: string };
  price: UcpPrice;
  availability: { available: true };
  /** How often it is charged, for which UCP has no field. */
  metadata: { billing: { price: string; billed: string } };
  inputs: { id: string; match: 'exact' }[];
}

/** An offer whose price is known in numbers; UCP can tell of no other. */
export type PricedOffer = Offer & { price: Price };

/** Whether an offer can be a product: it has a price in numbers, and a checkout of the shop. */
export const isProduct = (offer: Offer): offer is PricedOffer => Boolean(offer.price && !offer.href);

/**
 * An offer as a product of UCP with one variant. Base UCP has no billing interval, so title and description say it
 * in words, and `metadata` as well.
 *
 * @see https://ucp.dev/2026-08-25/specification/shopping/catalog
 */
export function ucpProduct(offer: PricedOffer): UcpProduct {
  const { path, name, price, billed, includes } = agentOffer(offer);
  const title = `${name}, ${price}`;
  const description = { plain: [billed && `Billed ${billed}.`, includes].filter(Boolean).join(' ') || title };
  const money = unitPrice(offer);
  return {
    id: path,
    title,
    description,
    price_range: { min: money, max: money },
    variants: [
      {
        id: path,
        title,
        description,
        price: money,
        availability: { available: true },
        metadata: { billing: { price, billed } },
        inputs: [{ id: path, match: 'exact' }],
      },
    ],
  };
}

/** What one costs. */
export const unitPrice = ({ price: { amount, currency } }: PricedOffer): UcpPrice => ({
  amount: minorUnits(amount, currency),
  currency,
});
