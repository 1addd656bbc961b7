import { ProtocolError, ProtocolErrorCode, type CallToolResult, type McpServer } from './sdk.ts';

/** Answers one call of a tool; what comes in is not checked yet. */
export type AnswerCall = (input: unknown) => Promise<CallToolResult>;

/**
 * Answers the calls of a server whose tools are registered. The package would say no more of a tool that it does not
 * know than that; a model is told which there are.
 */
export function answerCalls(server: McpServer, answers: ReadonlyMap<string, AnswerCall>): void {
  server.server.setRequestHandler('tools/call', ({ params }) => {
    const answer = answers.get(params.name);
    if (answer) return answer(params.arguments);
    const names = [...answers.keys()].join(', ');
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no such tool. Tools: ${names}.`);
  });
}
