import { answerTool, toolsOf } from '../agent/answer-tool.ts';
import type { AgentShop } from '../agent/agent-shop.ts';
import { INSTRUCTIONS, inputOf, TOOLS, type ToolName } from '../agent/tools.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { VERSION } from '../core/version.ts';
import { answerCalls, type AnswerCall } from './answer-calls.ts';
import { appPage } from './app-page.ts';
import { APP_TOOL, appData, registerApp } from './app-resource.ts';
import { McpServer, type CallToolResult } from './sdk.ts';
import { toolSchema } from './tool-schema.ts';

/** Told about what should not happen; an agent is not. */
export type OnError = (error: unknown) => void;

/**
 * An MCP server of one shop, for one request or one connection: making it asks nothing of anybody.
 *
 * @see https://modelcontextprotocol.io/specification
 */
export function mcpServer(shop: AgentShop, onError: OnError): McpServer {
  const server = new McpServer(
    { name: 'limio-offers', version: VERSION },
    { instructions: INSTRUCTIONS, capabilities: { tools: { listChanged: false } } },
  );
  const page = appPage();
  if (page) registerApp(server, page);
  const answers = new Map<string, AnswerCall>();
  for (const name of toolsOf(shop)) {
    const { title, description, output, isReadOnly } = TOOLS[name];
    const answer: AnswerCall = (args) => call(name, args, shop, onError);
    answers.set(name, answer);
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: toolSchema(inputOf(name, shop), 'input'),
        outputSchema: toolSchema(output, 'output'),
        annotations: {
          readOnlyHint: isReadOnly,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: false,
        },
        ...(page && name === 'list_offers' && { _meta: APP_TOOL }),
      },
      answer,
    );
  }
  answerCalls(server, answers);
  return server;
}

async function call(
  name: ToolName,
  input: unknown,
  shop: AgentShop,
  onError: OnError,
): Promise<CallToolResult> {
  try {
    const answer = await answerTool(name, input, shop);
    const _meta = 'offers' in answer && appPage() ? await appData(answer, shop) : undefined;
    const link =
      'url' in answer ? [{ type: 'resource_link' as const, uri: answer.url, name: 'Checkout' }] : [];
    const content = [{ type: 'text' as const, text: answer.say }, ...link];
    return { content, structuredContent: { ...answer }, ...(_meta && { _meta }) };
  } catch (error) {
    return { content: [{ type: 'text', text: refusalWords(error, onError) }], isError: true };
  }
}

function refusalWords(error: unknown, onError: OnError): string {
  if (error instanceof LimioError && FOR_AGENTS.test(error.code)) return error.message;
  onError(error);
  return 'The offers cannot be read just now. Say so, and try again in a minute.';
}

/** Codes whose messages were written for a model. */
const FOR_AGENTS =
  /^(offer_unavailable|page_invalid|bad_request|link_too_long|rate_limited|context_invalid)$/;
