import * as z from 'zod/mini';
import { aiCatalogue } from '../../../discovery/ai-catalogue.ts';
import { CARD_TYPE, serverCard, type DescribedServer } from '../../../discovery/server-card.ts';
import type { BackendSettings } from '../../options.ts';
import { route, type Route } from '../route.ts';

/** What it says changes with the set-up alone. */
const HEADERS = { 'cache-control': 'public, max-age=3600', 'x-content-type-options': 'nosniff' };

/** A document of what a backend has for agents, for anybody. */
const described = (
  name: string,
  path: `/${string}`,
  type: string,
  summary: string,
  describe: (server: DescribedServer) => object,
): Route =>
  route({
    name,
    method: 'GET',
    path,
    tag: 'agents',
    access: 'anyone',
    summary,
    answer: { name: 'DiscoveryDocument', schema: z.looseObject({}) },
    types: [type],
    failures: [],
    handle: (_, { settings }) =>
      new Response(JSON.stringify(describe(serverOf(settings))), {
        headers: { ...HEADERS, 'content-type': type },
      }),
  });

const serverOf = ({ agents, shop }: BackendSettings): DescribedServer => ({
  publicUrl: agents!.publicUrl,
  shop,
  needsKey: agents!.mcp === 'full',
});

/** Where the MCP server is: by Agentic Resource Discovery, by the AI Catalog that MCP names, and its own card. */
export const DISCOVERY_ROUTES: readonly Route[] = [
  described(
    'getArd',
    '/.well-known/ard.json',
    'application/json',
    'Catalogue for agents and registries',
    aiCatalogue,
  ),
  described(
    'getAiCatalog',
    '/.well-known/ai-catalog.json',
    'application/ai-catalog+json',
    'The same, as MCP names it',
    aiCatalogue,
  ),
  described('getServerCard', '/mcp/server-card', CARD_TYPE, 'How to connect to the MCP server', serverCard),
];
