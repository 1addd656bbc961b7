import type { AgentShop } from '../agent/agent-shop.ts';
import { VERSION } from '../core/version.ts';
import { answerCalls, type AnswerCall } from '../mcp/answer-calls.ts';
import type { OnError } from '../mcp/mcp-server.ts';
import { McpServer } from '../mcp/sdk.ts';
import { toolSchema } from '../mcp/tool-schema.ts';
import { answerUcp, failure } from './answer-ucp.ts';
import { UCP_TOOLS, type UcpTool } from './tools.ts';

/** The tools of the Universal Commerce Protocol, for one request. Their names stay apart from those of our own server. */
export function ucpServer(shop: AgentShop, onError: OnError): McpServer {
  const server = new McpServer(
    { name: 'limio-offers-ucp', version: VERSION },
    { capabilities: { tools: { listChanged: false } } },
  );
  const answers = new Map<string, AnswerCall>();
  for (const name of Object.keys(UCP_TOOLS) as UcpTool[]) {
    const { description, input, isReadOnly } = UCP_TOOLS[name];
    const answer: AnswerCall = async (args) => {
      const found = await answerUcp(name, args, shop).catch((error: unknown) => {
        onError(error);
        return failure(
          'temporarily_unavailable',
          'The catalogue cannot be read just now. Try again in a minute.',
        );
      });
      return { content: [{ type: 'text', text: JSON.stringify(found) }], structuredContent: { ...found } };
    };
    answers.set(name, answer);
    server.registerTool(
      name,
      {
        description,
        inputSchema: toolSchema(input, 'input'),
        annotations: { readOnlyHint: isReadOnly, destructiveHint: false, idempotentHint: true },
      },
      answer,
    );
  }
  answerCalls(server, answers);
  return server;
}
