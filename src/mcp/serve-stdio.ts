import type { AgentShop } from '../agent/agent-shop.ts';
import { mcpServer, type OnError } from './mcp-server.ts';
import { serveStdio, StdioServerTransport } from './sdk.ts';

/**
 * Speaks MCP over the standard streams of this process, in the protocol of 2026 and those before, until the
 * other side closes them. Nothing else may be written to the standard output meanwhile.
 */
export async function serveOverStdio(shop: AgentShop, onError: OnError): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    process.stdin.once('close', resolve);
  });
  const transport = new StdioServerTransport(process.stdin, process.stdout);
  const connection = serveStdio(() => mcpServer(shop, onError), { transport, onerror: onError });
  await closed;
  await connection.close();
}
