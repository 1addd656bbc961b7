import { VERSION } from '../core/version.ts';

/** Where a card says of itself what it is. */
const SCHEMA = 'https://static.modelcontextprotocol.io/schemas/v1/server-card.schema.json';

/** Media type of a card. */
export const CARD_TYPE = 'application/mcp-server-card+json';

/** The MCP server of a shop, as far as others have to know it before they connect. */
export interface DescribedServer {
  /** https address of the backend, base path included. */
  publicUrl: string;
  /** https origin of the shop. */
  shop: string;
  /** Whether every call needs a key. */
  needsKey: boolean;
}

/** What such a server is for. */
export const PURPOSE = 'Lists the subscriptions of a shop and hands out links to its checkout.';

/** The hosts of both. */
export const hostsOf = ({ publicUrl, shop }: DescribedServer): { publisher: string; shopHost: string } => ({
  publisher: new URL(publicUrl).hostname,
  shopHost: new URL(shop).hostname,
});

/**
 * Says where the MCP server of a shop is and what a client needs to connect, before it does. Tools are not in it, as
 * the server lists them itself.
 *
 * @see https://github.com/modelcontextprotocol/experimental-ext-server-card (SEP-2127)
 */
export function serverCard(server: DescribedServer): object {
  const { publicUrl, needsKey } = server;
  const { publisher, shopHost } = hostsOf(server);
  const key = {
    name: 'Authorization',
    description: 'Bearer and a key with the scope agent',
    isRequired: true,
    isSecret: true,
  };
  return {
    $schema: SCHEMA,
    name: `${publisher.split('.').reverse().join('.')}/limio-offers`,
    version: VERSION,
    title: `Subscriptions of ${shopHost}`.slice(0, 100),
    description: PURPOSE,
    remotes: [{ type: 'streamable-http', url: `${publicUrl}/mcp`, ...(needsKey && { headers: [key] }) }],
  };
}
