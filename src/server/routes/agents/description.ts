import * as z from 'zod/mini';
import { AGENT_ROUTES } from './agent-routes.ts';
import { route } from '../route.ts';

/** The description of the flat operations, to be imported by an agent platform. */
export const agentDescription = route({
  name: 'describeAgentRoutes',
  method: 'GET',
  path: '/agent/openapi.json',
  tag: 'agents',
  access: 'operators',
  summary: 'Operations for agent platforms, as OpenAPI 3.0',
  answer: { name: 'OpenApi', schema: z.looseObject({ openapi: z.string() }) },
  failures: [],
  async handle(_, { settings }) {
    const { agentOpenApi } = await import('./agent-openapi.ts');
    return agentOpenApi(AGENT_ROUTES, settings.agents!.publicUrl);
  },
});
