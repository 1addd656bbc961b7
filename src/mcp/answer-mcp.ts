import { jsonIn } from '../agent/meant-value.ts';
import { isUnambiguous } from '../core/is-unambiguous.ts';
import { abortable } from '../core/with-timeout.ts';
import { AMBIGUOUS, meantMessage } from './meant-message.ts';
import type { OnError } from './mcp-server.ts';
import { createMcpHandler, readRequestBody, type McpServer } from './sdk.ts';

/** Largest message, in bytes. */
const MAX_BYTES = 64 * 1024;

/**
 * Answers one MCP message over HTTP, in the protocol of 2026 and those before. Nothing is kept between
 * messages: no session, no stream. Answers are plain JSON, which every client takes.
 *
 * Origin and key are checked by whoever calls.
 *
 * @param makeServer makes the server that answers this one message.
 * @param patience until when the message must have arrived.
 *
 * @see https://modelcontextprotocol.io/specification (Streamable HTTP)
 */
export async function answerMcp(
  request: Request,
  makeServer: () => McpServer,
  onError: OnError,
  patience: AbortSignal,
): Promise<Response> {
  const handler = createMcpHandler(makeServer, {
    maxSubscriptions: 0,
    keepAliveMs: 0,
    onerror: onError,
  });
  const body =
    request.method === 'POST'
      ? await abortable(readRequestBody(request, MAX_BYTES), patience).catch(() => 'slow' as const)
      : undefined;
  if (body === 'slow') return refusal(408, 'The message broke off, or arrived too slowly.');
  if (body?.tooLarge) return refusal(413, 'The message is larger than 64 kB.');
  // The protocol has no batches any more, and one of hundreds of calls would count as one request.
  if (/^\s*\[/.test(body?.text ?? '')) return refusal(400, 'Send one message at a time.');
  const sent = jsonIn(body?.text ?? '');
  if (typeof sent === 'object' && !isUnambiguous(body!.text, sent)) return refusal(400, AMBIGUOUS);
  const headers = new Headers(request.headers);
  // The package refuses who asks for JSON alone, as simple clients do, although it answers nothing else here.
  headers.set('accept', 'application/json, text/event-stream');
  const { url, method, signal } = request;
  const message = { method, headers, signal, ...(body && { body: meantText(body.text, sent) }) };
  return plain(await handler.fetch(new Request(url, message)));
}

/** What is no JSON is left for the package to refuse. */
function meantText(text: string, sent: unknown): string {
  const meant = meantMessage(sent);
  return meant === sent ? text : JSON.stringify(meant);
}

const refusal = (status: number, message: string): Response =>
  Response.json({ jsonrpc: '2.0', id: null, error: { code: -32600, message } }, { status });

/** The older protocol answers as a stream of one event. */
async function plain(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response;
  const events = (await response.text()).split(/\r?\n\r?\n/);
  const messages = events.map((event) => /^data: ?(.+)$/m.exec(event)?.[1]).filter(Boolean);
  const body = messages.length === 1 ? messages[0]! : `[${messages.join()}]`;
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/json');
  for (const name of ['connection', 'x-accel-buffering']) headers.delete(name);
  return new Response(body, { status: response.status, headers });
}
