/** The release of the Universal Commerce Protocol that is spoken. */
export const UCP_VERSION = '2026-08-25';

/** What a shop that sells by links can do, and the name of its schema. */
const CAPABILITIES = {
  'dev.ucp.shopping.catalog.search': 'catalog_search',
  'dev.ucp.shopping.catalog.lookup': 'catalog_lookup',
  'dev.ucp.shopping.checkout': 'checkout',
} as const;

export type Capability = keyof typeof CAPABILITIES;

/**
 * The document by which an agent finds out what a shop can do over the Universal Commerce Protocol.
 *
 * @param publicUrl https address of the backend, base path included.
 * @see https://ucp.dev/2026-08-25/specification/overview
 */
export function ucpProfile(publicUrl: string) {
  const site = `https://ucp.dev/${UCP_VERSION}`;
  const capabilities = Object.entries(CAPABILITIES).map(([name, schema]) => [
    name,
    [{ version: UCP_VERSION, schema: `${site}/schemas/shopping/${schema}.json` }],
  ]);
  return {
    ucp: {
      version: UCP_VERSION,
      services: {
        'dev.ucp.shopping': [
          {
            version: UCP_VERSION,
            spec: `${site}/specification/overview`,
            transport: 'mcp',
            schema: `${site}/services/shopping/mcp.openrpc.json`,
            endpoint: `${publicUrl}/ucp/mcp`,
          },
        ],
      },
      capabilities: Object.fromEntries(capabilities) as Record<
        Capability,
        { version: string; schema: string }[]
      >,
      payment_handlers: {},
    },
  };
}
