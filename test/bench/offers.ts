import type { Offer } from '../../src/core/offer/offer.ts';
import { purchaseLink } from '../../src/core/link/purchase-link.ts';

const FEATURES = ['Unlimited articles', 'Crossword archive', 'Two devices', 'Cancel whenever you like'];

/** So many offers, each with what a usual card shows, no two alike. */
export const offersOf = (count: number): Offer[] =>
  Array.from({ length: count }, (_, n) => ({
    path: `/offers2/Plan ${n}`,
    name: `Plan ${n}`,
    summary: `For teams of up to ${n + 2} people`,
    price: { amount: `${n + 5}.50`, currency: 'EUR', interval: { unit: 'month', count: 1 } },
    features: FEATURES.map((feature) => `${feature} ${n}`),
    ...(n % 3 === 1 && { badge: 'Most popular' }),
  }));

/** The same as plain links. */
export const linksOf = (offers: readonly Offer[], shop: string): string =>
  offers
    .map(
      ({ path, name, summary, price, features, badge }) =>
        `<a href="${purchaseLink({ shop, offers: [path] })}" data-summary="${summary}" data-price="${price!.amount}" data-currency="EUR" data-interval="month" data-features="${features!.join('|')}"${badge ? ` data-badge="${badge}"` : ''}>${name}</a>`,
    )
    .join('\n');

/** The same as products, in the shape that Buy Button's client asks Shopify's Storefront API for. */
export function productsReply(offers: readonly Offer[]): object {
  const page = { hasNextPage: false, hasPreviousPage: false };
  const edges = <T>(nodes: readonly T[]) => ({
    pageInfo: page,
    edges: nodes.map((node, n) => ({ cursor: `cursor-${n}`, node })),
  });
  const day = '2026-11-01T08:00:00Z';
  const products = offers.map(({ name, summary = '', price, features = [] }, n) => {
    const money = { amount: price!.amount, currencyCode: price!.currency };
    const description = [summary, ...features].join('. ');
    return {
      id: `gid://shopify/Product/${n}`,
      availableForSale: true,
      createdAt: day,
      updatedAt: day,
      descriptionHtml: `<p>${description}</p>`,
      description,
      handle: `plan-${n}`,
      productType: '',
      title: name,
      vendor: 'Acme',
      publishedAt: day,
      onlineStoreUrl: null,
      options: [{ id: `gid://shopify/ProductOption/${n}`, name: 'Title', values: ['Default Title'] }],
      images: edges([]),
      variants: edges([
        {
          id: `gid://shopify/ProductVariant/${n}`,
          title: 'Default Title',
          price: money,
          priceV2: money,
          weight: 0,
          available: true,
          sku: '',
          compareAtPrice: null,
          compareAtPriceV2: null,
          image: null,
          selectedOptions: [{ name: 'Title', value: 'Default Title' }],
          unitPrice: null,
          unitPriceMeasurement: null,
        },
      ]),
    };
  });
  const node = {
    __typename: 'Collection',
    id: 'gid://shopify/Collection/1',
    handle: 'plans',
    description: '',
    descriptionHtml: '',
    updatedAt: day,
    title: 'Plans',
    image: null,
    products: edges(products),
  };
  return { data: { node } };
}
