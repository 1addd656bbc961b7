import * as z from 'zod/mini';
import { ucpProfile } from '../../../ucp/profile.ts';
import { agentShop } from '../../agents/agent-shop.ts';
import { loadUcp } from '../../agents/load-agent-parts.ts';
import { whereOf } from '../../request-log.ts';
import { route, type Route } from '../route.ts';
import { MCP_MESSAGE } from './mcp-message.ts';
import { REFUSAL_WORDS } from './refusal-words.ts';

/** What a shop can do over the Universal Commerce Protocol. It belongs at the root of the shop's domain. */
const profile = route({
  name: 'getUcpProfile',
  method: 'GET',
  path: '/.well-known/ucp',
  tag: 'agents',
  access: 'anyone',
  summary: 'Universal Commerce Protocol: what this shop can do',
  answer: { name: 'UcpProfile', schema: z.looseObject({ ucp: z.looseObject({ version: z.string() }) }) },
  failures: [],
  handle: (_, { settings }) => ucpProfile(settings.agents!.publicUrl),
});

const tools = route({
  name: 'answerUcp',
  method: 'POST',
  path: '/ucp/mcp',
  tag: 'agents',
  access: 'agents',
  summary: 'Universal Commerce Protocol over MCP',
  description:
    'Search, look up, and checkouts that the buyer continues by a purchase link. See https://ucp.dev.',
  ...MCP_MESSAGE,
  limit: 'agent',
  refusalWords: REFUSAL_WORDS,
  failures: [],
  async handle({ request, context }, services) {
    const { answerMcp, ucpServer } = await loadUcp();
    const shop = agentShop(request, false, context, services);
    const { logFields, deadline } = context;
    const onError = (error: unknown) => Object.assign(logFields, whereOf(error));
    return answerMcp(request, () => ucpServer(shop, onError), onError, deadline.signal);
  },
});

/** Both, for agents that shop by the Universal Commerce Protocol. */
export const UCP_ROUTES: readonly Route[] = [profile, tools];
