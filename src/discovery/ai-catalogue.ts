import { CARD_TYPE, hostsOf, PURPOSE, type DescribedServer } from './server-card.ts';

/** What people ask for that such a server answers; registries search by it. */
const QUERIES = [
  'Which subscription fits a team of five?',
  'What does a subscription cost, and how often is it billed?',
  'Give me a link to subscribe.',
];

/**
 * The catalogue by which agents and registries find what a domain has for them: one entry, the MCP server. It is one
 * document for the AI Catalog, which MCP names, and for Agentic Resource Discovery, whose entries are the same.
 *
 * @see https://github.com/ards-project/ard-spec
 * @see https://github.com/Agent-Card/ai-catalog
 */
export function aiCatalogue(server: DescribedServer): object {
  const { publisher, shopHost } = hostsOf(server);
  return {
    specVersion: '1.0',
    host: { displayName: shopHost },
    entries: [
      {
        identifier: `urn:air:${publisher}:mcp:limio-offers`,
        displayName: `Subscriptions of ${shopHost}`,
        type: CARD_TYPE,
        url: `${server.publicUrl}/mcp/server-card`,
        description: PURPOSE,
        tags: ['subscriptions', 'pricing', 'checkout'],
        representativeQueries: QUERIES,
      },
    ],
  };
}
