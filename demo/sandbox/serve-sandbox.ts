import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import { sandbox, type Sandbox, type SandboxOptions } from './sandbox.ts';

/** A sandbox that listens. */
export interface ServedSandbox extends Sandbox {
  /** `http://127.0.0.1:port`, tenant and shop in one. */
  origin: string;
  server: Server;
  close(): Promise<void>;
}

/** Answers a request another way, such as with the shop's pages; `undefined` leaves it to the sandbox. */
export type Page = (request: Request) => Promise<Response | undefined> | Response | undefined;

/**
 * Serves a sandbox on a real port of this machine. What was cut or never ends there is cut or never ends on
 * the socket, too.
 *
 * @param port 0 takes a free one.
 */
export async function serveSandbox(
  options: SandboxOptions = {},
  { port = 0, page }: { port?: number; page?: Page } = {},
): Promise<ServedSandbox> {
  const limio = sandbox(options);
  const server = createServer((incoming, outgoing) => {
    void answer(incoming, outgoing, async (request) => (await page?.(request)) ?? limio.fetch(request)).catch(
      () => incoming.socket.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { ...limio, origin, server, close };
}

async function answer(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  fetch: (request: Request) => Promise<Response>,
): Promise<void> {
  const { method = 'GET', url = '/', headers } = incoming;
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const request = new Request(new URL(url, `http://${headers.host ?? '127.0.0.1'}`), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(chunks.length && { body: Buffer.concat(chunks) }),
    signal: gone.signal,
  });
  const response = await fetch(request).catch((error: unknown) => {
    if (error instanceof RangeError) return new Response(error.message, { status: 404 });
    throw error;
  });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  if (!response.body) return void outgoing.end();
  await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing);
}
