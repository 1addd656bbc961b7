import { offersNamed } from '../agent/agent-offer.ts';
import type { AgentShop } from '../agent/agent-shop.ts';
import { COUNTRY } from '../core/customer-rules.ts';
import { isoCountry } from '../core/iso-country.ts';
import { isForSale } from '../core/offer/is-for-sale.ts';
import { isProduct, ucpProduct, unitPrice, type PricedOffer, type UcpProduct } from './product.ts';
import type { CatalogueChoice, UcpInput } from './tools.ts';

/** Most products of one answer, and how many there are unless more are asked for. */
const LIMIT = { most: 50, usual: 10 };

/** Most words of a query that are looked for. */
const MAX_WORDS = 12;

export interface SearchAnswer {
  products: UcpProduct[];
  pagination: { has_next_page: boolean; total_count: number; cursor?: string };
}

/** Products that hold words of the query, those with most of them first; all of them where there is no query. */
export async function searchCatalogue(
  { catalog: { query = '', pagination = {}, ...choice } }: UcpInput<'search_catalog'>,
  shop: AgentShop,
): Promise<SearchAnswer> {
  const wanted = [...new Set(wordsOf(query))].slice(0, MAX_WORDS);
  const found = (await productsOnSale(choice, shop))
    .map((offer) => ({ offer, hits: hitsIn(offer, wanted) }))
    .filter(({ hits }) => !wanted.length || hits > 0)
    .sort((a, b) => b.hits - a.hits);
  const from = Number(/^\d{1,6}$/.exec(pagination.cursor ?? '')?.[0] ?? 0);
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
  const found = offersNamed(ids, onSale).filter((offer) => offer !== undefined);
  return [...new Set(found)];
}

async function productsOnSale(
  { context, filters }: CatalogueChoice,
  shop: AgentShop,
): Promise<PricedOffer[]> {
  const given = isoCountry(context?.address_country ?? '');
  const country = COUNTRY.test(given) ? given : undefined;
  const { min = 0, max = Infinity } = filters?.price ?? {};
  const { offers } = await shop.readOffers();
  return offers
    .filter((offer) => isForSale(offer, { now: shop.now(), country }))
    .filter(isProduct)
    .filter((offer) => {
      if (!filters?.price) return true;
      const { amount } = unitPrice(offer);
      return amount >= min && amount <= max;
    });
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function hitsIn({ name, summary = '', features = [], labels = [] }: PricedOffer, wanted: readonly string[]) {
  const texts = features.map((feature) => (typeof feature === 'string' ? feature : feature.text));
  const text = [name, summary, ...texts, ...labels].join(' ').toLowerCase();
  return wanted.filter((word) => holdsWord(text, word)).length;
}

/** Whether a text holds a word by itself. It is not taken apart into words for that, as there may be thousands of texts. */
function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[at + word.length] ?? '')) return true;
  return false;
}

const LETTER = /[\p{L}\p{N}]/u;
