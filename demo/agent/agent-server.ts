import { text } from 'node:stream/consumers';
import type { Connect } from 'vite';
import type { Chain } from '../chain.ts';

/**
 * What the server of a chat does for its agent: it holds the key, and hands messages on to the backend's MCP
 * server. The page of the chat sees neither.
 */
export const agentServer =
  (chain: () => Promise<Chain>): Connect.NextHandleFunction =>
  async (request, response, next) => {
    try {
      const { backend, agentKey } = await chain();
      const answer = await fetch(`${backend}/mcp`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
          authorization: `Bearer ${agentKey}`,
        },
        body: await text(request),
      });
      response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
      response.end(await answer.text());
    } catch (error) {
      next(error);
    }
  };
