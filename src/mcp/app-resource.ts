import type { ListOffersOutput } from '../contract/agent.ts';
import type { AgentShop } from '../agent/agent-shop.ts';
import { shownPath } from '../agent/agent-offer.ts';
import type { McpServer } from './sdk.ts';

/** Names the view, which hosts of MCP Apps show beside the answer of `list_offers`. */
const URI = 'ui://limio-offers/offers.html';

/** https://github.com/modelcontextprotocol/ext-apps (specification of 2026-01-26) */
const TYPE = 'text/html;profile=mcp-app';

/** What a tool says of its view. */
export const APP_TOOL = { ui: { resourceUri: URI } };

/** Serves the view. It asks for no permission and no address, so that a host allows it none. */
export function registerApp(server: McpServer, page: string): void {
  const _meta = { ui: { csp: {}, prefersBorder: false } };
  server.registerResource('Offers', URI, { mimeType: TYPE, _meta }, async () => ({
    contents: [{ uri: URI, mimeType: TYPE, text: page, _meta }],
  }));
}

/** What the view is given beside what a model reads: the offers whole, as an element takes them. */
export async function appData(answer: ListOffersOutput, shop: AgentShop): Promise<Record<string, unknown>> {
  const listed = new Set(answer.offers.map(({ path }) => path));
  const { offers } = await shop.readOffers();
  const shown = offers
    .filter((offer) => listed.has(shownPath(offer)))
    .map(({ id: _, version: __, ...offer }) => offer);
  return { 'limio-offers': { shop: shop.shop, ...(shop.page && { page: shop.page }), offers: shown } };
}
