import type { AgentOptions } from './agent-options.ts';

/** What answers over MCP, loaded once an agent asks. */
export const loadMcp = async () => ({
  ...(await import('../../mcp/answer-mcp.ts')),
  ...(await import('../../mcp/mcp-server.ts')),
});

/** What answers agents that shop by UCP. */
export const loadUcp = async () => ({
  ...(await import('../../mcp/answer-mcp.ts')),
  ...(await import('../../ucp/ucp-server.ts')),
});

/** All that agents need of what a backend is set up for. */
export const loadAgentParts = ({ mcp, ucp }: Pick<AgentOptions, 'mcp' | 'ucp'>): Promise<unknown> =>
  Promise.all([mcp && loadMcp(), ucp && loadUcp()]);
