import type { Customer } from '../../contract/checkout.ts';
import type { Order } from '../../controllers/post-checkout.ts';
import { COUNTRY } from '../../core/customer-rules.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { CARRIED_NAME, MAX_CARRIED } from '../../core/offer/order-limits.ts';
import { readPurchaseLink } from '../../core/link/purchase-link.ts';

/** What an order is made from. */
export interface Purchase {
  /** The purchase link: it says what is bought, with which code, and what is carried along. */
  link: string;
  offers: readonly Offer[];
  quantities: ReadonlyMap<string, number>;
  /** Versions that are not asked for again. */
  outdated: ReadonlySet<string | undefined>;
  customer: Customer;
  country: string;
  context: string;
}

/** The order for a purchase, in the shape the backend documents. */
export function orderFor(purchase: Purchase): Order {
  const { link, offers, quantities, outdated, customer, country, context } = purchase;
  const { offers: paths = [], promoCode, carry = {} } = readPurchaseLink(link) ?? {};
  const sendable = Object.entries(carry).filter(
    ([name, value]) => CARRIED_NAME.test(name) && value.trim() && value.length <= MAX_CARRIED,
  );
  return {
    items: paths.map((path) => {
      const version = offers.find((offer) => offer.path === path)?.version;
      const quantity = quantities.get(path);
      return { path, ...(quantity && { quantity }), ...(version && !outdated.has(version) && { version }) };
    }),
    ...(Object.keys(customer).length && { customer }),
    ...(promoCode && { promoCode }),
    ...(COUNTRY.test(customer.country ?? country) && { country: customer.country ?? country }),
    ...(sendable.length && { carry: Object.fromEntries(sendable) }),
    ...(context && { context }),
  };
}
