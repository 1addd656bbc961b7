import * as z from 'zod/mini';
import type { Route } from '../route.ts';

const refused = (description: string) => ({ description, type: 'application/json' });

/** What routes answer that take one message of JSON-RPC: its refusals are messages, too. */
export const MCP_MESSAGE = {
  answer: { name: 'McpMessage', schema: z.looseObject({ jsonrpc: z.string() }) },
  statuses: {
    202: { description: 'Taken; it asks for no answer.' },
    400: refused('No message, several at once, or one of a protocol that is not spoken.'),
    404: refused('There is no such method.'),
    408: refused('The message broke off, or arrived too slowly.'),
    413: refused('The message is too large.'),
    415: refused('The message is not sent as JSON.'),
  },
} satisfies Partial<Route>;
