import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What stands at an address: a text, a whole answer, or anything at all. */
export type Answer =
  | string
  | { status?: number; headers?: Record<string, string>; body?: string | Buffer }
  | ((request: IncomingMessage, response: ServerResponse) => void);

/** One request a site was asked. */
export interface Seen {
  /** Path and query. */
  url: string;
  referrer: string | undefined;
  /** Asked for by a person who follows a link, not by a page for one of its parts. */
  isVisit: boolean;
  /** The other side gave up before the answer was whole. */
  isAborted: boolean;
}

/** A real web site on this machine, with an origin of its own. */
export interface Site {
  origin: string;
  /** What stands where; a path without its query, or `*` for all others. */
  answers: Map<string, Answer>;
  seen: Seen[];
  close(): void;
}

/** Serves a site at `http://{name}.localhost:{port}`, which browsers find without a name server. */
export async function serveSite(name: string, answers: Record<string, Answer> = {}): Promise<Site> {
  const known = new Map(Object.entries(answers));
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url!, 'http://site');
    const { referer: referrer, 'sec-fetch-mode': mode } = request.headers;
    const entry: Seen = { url: request.url!, referrer, isVisit: mode === 'navigate', isAborted: false };
    seen.push(entry);
    response.on('close', () => (entry.isAborted = !response.writableFinished));
    const answer = known.get(pathname) ?? known.get('*') ?? { status: 404 };
    if (typeof answer === 'function') return answer(request, response);
    const { status = 200, headers = {}, body = '' } = typeof answer === 'string' ? { body: answer } : answer;
    response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...headers });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  const { port } = server.address() as AddressInfo;
  return { origin: `http://${name}.localhost:${port}`, answers: known, seen, close };
}
