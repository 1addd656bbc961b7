import type { AgentShop } from '../agent/agent-shop.ts';
import { makePurchaseLink } from '../agent/make-purchase-link.ts';
import { productsById } from './catalogue.ts';
import { unitPrice, ucpProduct, type PricedOffer } from './product.ts';
import type { CatalogueChoice } from './tools.ts';

/**
 * A checkout that ends at the shop: its purchase link is where the buyer continues. Nothing is opened at Limio, so
 * nothing has to be kept; the id says what is in it.
 *
 * @returns `undefined` where an item is not on sale, or items have several currencies.
 * @throws {LimioError} `page_invalid`, `link_too_long`
 * @see https://ucp.dev/2026-08-25/specification/shopping/checkout
 */
export async function ucpCheckout(ids: readonly string[], choice: CatalogueChoice, shop: AgentShop) {
  const offers = await productsById(ids, choice, shop);
  const currencies = new Set(offers.map(({ price }) => price.currency));
  if (offers.length !== new Set(ids).size || currencies.size !== 1) return undefined;
  const { url } = await makePurchaseLink({ paths: offers.map(({ path }) => path) }, shop);
  const sum = offers.reduce((total, offer) => total + unitPrice(offer).amount, 0);
  return {
    id: checkoutId(offers),
    status: 'requires_escalation',
    currency: [...currencies][0]!,
    line_items: offers.map((offer, position) => {
      const { amount } = unitPrice(offer);
      return {
        id: String(position + 1),
        item: { id: offer.path, title: ucpProduct(offer).title, price: amount },
        quantity: 1,
        totals: totalsOf(amount),
      };
    }),
    totals: totalsOf(sum),
    links: [],
    continue_url: url,
    messages: [
      {
        type: 'error',
        code: 'buyer_input_required',
        severity: 'requires_buyer_input',
        content:
          'The buyer enters the details, chooses how many, and pays on the page of the shop, which adds taxes.',
      },
    ],
  };
}

const totalsOf = (amount: number) => [
  { type: 'subtotal', amount },
  { type: 'total', amount },
];

const checkoutId = (offers: readonly PricedOffer[]): string =>
  btoa(encodeURIComponent(JSON.stringify(offers.map(({ path }) => path)))).replace(/=+$/, '');

/** What was in a checkout; nothing where its id is not one of ours. */
export function itemsOf(id: string): string[] {
  try {
    const items: unknown = JSON.parse(decodeURIComponent(atob(id)));
    return Array.isArray(items) ? items.map(String) : [];
  } catch {
    return [];
  }
}
