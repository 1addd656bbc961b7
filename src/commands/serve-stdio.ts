import { once } from 'node:events';
import { Readable, type Writable } from 'node:stream';
import type { AgentShop } from '../agent/agent-shop.ts';
import { mcpServer, type OnError } from '../mcp/mcp-server.ts';
import { serveStdio, StdioServerTransport, type JSONRPCMessage } from '../mcp/sdk.ts';
import { stdioMessages } from '../mcp/stdio-messages.ts';
import { Unanswered } from '../mcp/unanswered.ts';

/**
 * Speaks MCP over two streams, in the protocol of 2026 and those before, until the other side closes them. What was
 * asked by then is still answered. Nothing else may be written to the output meanwhile.
 */
export async function serveOverStdio(
  shop: AgentShop,
  onError: OnError,
  { input, output }: { input: Readable; output: Writable } = { input: process.stdin, output: process.stdout },
): Promise<void> {
  const unanswered = new Unanswered();
  const refuse = (id: unknown, code: number, message: string) =>
    void output.write(`${JSON.stringify({ jsonrpc: '2.0', id, error: { code, message } })}\n`);

  async function* lines(): AsyncGenerator<Buffer> {
    for await (const message of stdioMessages(input, refuse)) {
      unanswered.asked(message);
      yield Buffer.from(`${JSON.stringify(message)}\n`);
    }
    await unanswered.none();
  }
  const messages = Readable.from(lines(), { objectMode: false });
  const transport = new StdioServerTransport(messages, output);
  const send = transport.send.bind(transport);
  transport.send = (message: JSONRPCMessage) => send(message).finally(() => unanswered.answered(message));

  const closed = once(messages, 'close');
  output.once('error', () => messages.destroy());
  const connection = serveStdio(() => mcpServer(shop, onError), {
    transport,
    onerror: onError,
    maxSubscriptions: 0,
  });
  await closed;
  await connection.close();
}
