import { answerMcp } from '../../src/mcp/answer-mcp.ts';
import { mcpServer } from '../../src/mcp/mcp-server.ts';
import type { AgentShop } from '../../src/agent/agent-shop.ts';

/** What was reported as broken, beside the answers. */
export const broken: unknown[] = [];

const HERE = 'https://backend.example.com/mcp';

/** Sends one message as a simple client does, and gives status and JSON of the answer. */
export async function ask(shop: AgentShop, message: unknown, headers: Record<string, string> = {}) {
  const request = new Request(HERE, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body: typeof message === 'string' ? message : JSON.stringify(message),
  });
  const onError = (error: unknown) => broken.push(error);
  const patience = AbortSignal.timeout(5000);
  const response = await answerMcp(request, () => mcpServer(shop, onError), onError, patience);
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: text && JSON.parse(text),
  };
}

/** A message of the protocols up to 2025. */
export const message = (method: string, params: object = {}) => ({ jsonrpc: '2.0', id: 1, method, params });

/** One of the protocol of 2026, with the headers it asks for. */
export const modern = (method: string, params: Record<string, unknown> = {}) => ({
  body: message(method, {
    ...params,
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientCapabilities': {},
      'io.modelcontextprotocol/clientInfo': { name: 'test', version: '1' },
    },
  }),
  headers: {
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': method,
    ...(typeof params['name'] === 'string' && { 'mcp-name': params['name'] }),
  },
});
