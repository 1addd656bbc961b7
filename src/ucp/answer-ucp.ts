import * as z from 'zod/mini';
import type { AgentShop } from '../agent/agent-shop.ts';
import { searchCatalogue, productsById } from './catalogue.ts';
import { itemsOf, ucpCheckout } from './checkout.ts';
import { ucpProduct } from './product.ts';
import { UCP_VERSION, type Capability } from './profile.ts';
import { UCP_TOOLS, type UcpInput, type UcpTool } from './tools.ts';

/** What a tool found, or why there is nothing: without `found`, the message is the answer. */
type Outcome = { found: object } | { isMissing: string };

const ANSWERS: { [Name in UcpTool]: (input: UcpInput<Name>, shop: AgentShop) => Promise<Outcome> } = {
  search_catalog: async (input, shop) => ({ found: await searchCatalogue(input, shop) }),
  lookup_catalog: async ({ catalog }, shop) => ({
    found: { products: (await productsById(catalog.ids, catalog, shop)).map(ucpProduct) },
  }),
  get_product: async ({ catalog }, shop) => {
    const [offer] = await productsById([catalog.id], catalog, shop);
    return offer ? { found: { product: ucpProduct(offer) } } : NOT_ON_SALE;
  },
  create_checkout: async ({ checkout: { line_items, context } }, shop) => {
    const ids = line_items.map(({ item }) => item.id);
    const checkout = await ucpCheckout(ids, { context }, shop);
    return checkout ? { found: checkout } : NOT_ON_SALE;
  },
  get_checkout: async ({ id }, shop) => {
    const checkout = await ucpCheckout(itemsOf(id), {}, shop);
    return checkout
      ? { found: checkout }
      : { isMissing: 'There is no such checkout, or its items have gone.' };
  },
};

const NOT_ON_SALE = {
  isMissing: 'That is not on sale, or not together. Use ids of search_catalog, in one currency.',
};

/** Which capability a tool belongs to. */
const CAPABILITY_OF: Record<UcpTool, Capability> = {
  search_catalog: 'dev.ucp.shopping.catalog.search',
  lookup_catalog: 'dev.ucp.shopping.catalog.lookup',
  get_product: 'dev.ucp.shopping.catalog.lookup',
  create_checkout: 'dev.ucp.shopping.checkout',
  get_checkout: 'dev.ucp.shopping.checkout',
};

/**
 * Answers one call of the Universal Commerce Protocol.
 *
 * @returns what UCP asks for: the thing itself, or messages with `status: "error"`.
 */
export async function answerUcp<Name extends UcpTool>(
  name: Name,
  input: unknown,
  shop: AgentShop,
): Promise<object> {
  const { success, data, error } = z.safeParse(UCP_TOOLS[name].input, input ?? {});
  if (!success) {
    const wrong = [...new Set(error.issues.map(({ path }) => path.join('.') || 'arguments'))].slice(0, 5);
    return failure('invalid_request', `These do not fit the schema of ${name}: ${wrong.join(', ')}.`);
  }
  const outcome = await ANSWERS[name](data as never, shop);
  if ('isMissing' in outcome) return failure('not_found', outcome.isMissing);
  const capability = CAPABILITY_OF[name];
  const ucp = {
    version: UCP_VERSION,
    status: 'success',
    capabilities: { [capability]: [{ version: UCP_VERSION }] },
    ...(capability === 'dev.ucp.shopping.checkout' && { payment_handlers: {} }),
  };
  return { ucp, ...outcome.found };
}

/** An answer without the thing that was asked for. */
export const failure = (code: string, content: string): object => ({
  ucp: { version: UCP_VERSION, status: 'error' },
  messages: [{ type: 'error', code, content, severity: 'unrecoverable' }],
});
