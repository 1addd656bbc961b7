import { agentShop } from '../../agents/agent-shop.ts';
import { loadMcp } from '../../agents/load-agent-parts.ts';
import { whereOf } from '../../request-log.ts';
import { route, type Route } from '../route.ts';
import { MCP_MESSAGE } from './mcp-message.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';

/** MCP, loaded when an agent first asks. Whoever has no page and no key may read, if that is what is set up. */
export const mcpRoute = (mode: 'read' | 'full'): Route =>
  route({
    name: 'answerMcp',
    method: 'POST',
    path: '/mcp',
    tag: 'agents',
    access: 'agents',
    ...(mode === 'full' && { scope: 'agent' }),
    summary: 'Model Context Protocol',
    description: 'One message of JSON-RPC, without a session. See https://modelcontextprotocol.io.',
    ...MCP_MESSAGE,
    limit: 'agent',
    refusalWords: REFUSAL_WORDS,
    failures: [],
    async handle({ request, context }, services) {
      const { answerMcp, mcpServer } = await loadMcp();
      const shop = agentShop(request, mode === 'full', context, services);
      const { logFields, deadline } = context;
      const onError = (error: unknown) => Object.assign(logFields, whereOf(error));
      return answerMcp(request, () => mcpServer(shop, onError), onError, deadline.signal);
    },
  });
