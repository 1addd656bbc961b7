/** A call of a tool, and what it came to. */
export interface ToolCall {
  name: string;
  arguments: Record<string, unknown>;
}

export interface ToolAnswer {
  /** For the model, in Markdown. */
  say: string;
  isError: boolean;
  /** For programs; there is none where the tool refused. */
  facts: Record<string, unknown>;
}

interface McpMessage {
  result?: {
    content?: { type: string; text?: string }[];
    structuredContent?: Record<string, unknown>;
    isError?: boolean;
  };
  error?: { message: string };
}

let id = 0;

/** Calls a tool of the real MCP server, by way of the server of this chat. */
export async function callTool({ name, arguments: args }: ToolCall): Promise<ToolAnswer> {
  const response = await fetch('/agent-server', {
    method: 'POST',
    body: JSON.stringify({
      jsonrpc: '2.0',
      id: ++id,
      method: 'tools/call',
      params: { name, arguments: args },
    }),
  });
  const { result, error } = (await response.json()) as McpMessage;
  const spoken = result?.content?.find(({ type }) => type === 'text')?.text;
  return {
    say: spoken ?? error?.message ?? `The server answered ${response.status}.`,
    isError: Boolean(error ?? result?.isError),
    facts: result?.structuredContent ?? {},
  };
}
