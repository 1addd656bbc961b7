import { offerNamed } from '../agent/agent-offer.ts';
import type { AgentShop } from '../agent/agent-shop.ts';
import { isForSale } from '../core/offer/is-for-sale.ts';
import { isProduct, ucpProduct, unitPrice, type PricedOffer, type UcpProduct } from './product.ts';
import type { CatalogueChoice, UcpInput } from './tools.ts';

/** Most products of one answer, and how many there are unless more are asked for. */
const LIMIT = { most: 50, usual: 10 };

export interface SearchAnswer {
  products: UcpProduct[];
  pagination: { has_next_page: boolean; total_count: number; cursor?: string };
}

/** Products that hold words of the query, those with most of them first; all of them where there is no query. */
export async function searchCatalogue(
  { catalog: { query = '', pagination = {}, ...choice } }: UcpInput<'search_catalog'>,
  shop: AgentShop,
): Promise<SearchAnswer> {
  const wanted = wordsOf(query);
  const found = (await productsOnSale(choice, shop))
    .map((offer) => ({ offer, hits: hitsIn(offer, wanted) }))
    .filter(({ hits }) => !wanted.length || hits > 0)
    .sort((a, b) => b.hits - a.hits);
  const from = Number(pagination.cursor ?? 0) || 0;
  const to = from + Math.min(pagination.limit ?? LIMIT.usual, LIMIT.most);
  const hasMore = found.length > to;
  return {
    products: found.slice(from, to).map(({ offer }) => ucpProduct(offer)),
    pagination: { has_next_page: hasMore, total_count: found.length, ...(hasMore && { cursor: String(to) }) },
  };
}

/** What of these is on sale, as priced products. */
export async function productsById(
  ids: readonly string[],
  choice: CatalogueChoice,
  shop: AgentShop,
): Promise<PricedOffer[]> {
  const onSale = await productsOnSale(choice, shop);
  const found = ids.flatMap((id) => offerNamed(id, onSale) ?? []);
  return [...new Set(found)];
}

async function productsOnSale(
  { context, filters }: CatalogueChoice,
  shop: AgentShop,
): Promise<PricedOffer[]> {
  const country = /^[A-Za-z]{2}$/.exec(context?.address_country ?? '')?.[0].toUpperCase();
  const { min = 0, max = Infinity } = filters?.price ?? {};
  const { offers } = await shop.readOffers();
  return offers
    .filter((offer) => isForSale(offer, { now: shop.now(), country }))
    .filter(isProduct)
    .filter((offer) => {
      const { amount } = unitPrice(offer);
      return amount >= min && amount <= max;
    });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function hitsIn({ name, summary = '', features = [], labels = [] }: PricedOffer, wanted: readonly string[]) {
  const texts = features.map((feature) => (typeof feature === 'string' ? feature : feature.text));
  const words = new Set(wordsOf([name, summary, ...texts, ...labels].join(' ')));
  return wanted.filter((word) => words.has(word)).length;
}
