import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';

/** A site on this machine, which sends what it holds in brotli, as CDNs do. */
export interface Site {
  /** `http://localhost:port`: browsers accept brotli there, as on https. */
  origin: string;
  put(path: string, type: 'html' | 'javascript' | 'json' | 'css' | 'svg', body: string): void;
  close(): Promise<void>;
}

const TYPES = {
  html: 'text/html; charset=utf-8',
  javascript: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  svg: 'image/svg+xml',
};

export async function openSite(): Promise<Site> {
  const files = new Map<string, { type: string; body: Buffer }>();
  const server = createServer(({ url = '/' }, response) => {
    const file = files.get(url.split('?')[0]!);
    const headers = { 'content-type': file?.type ?? 'text/plain', 'access-control-allow-origin': '*' };
    if (!file) return void response.writeHead(404, headers).end();
    response.writeHead(200, { ...headers, 'content-encoding': 'br' }).end(file.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    put: (path, type, body) => files.set(path, { type: TYPES[type], body: brotliCompressSync(body) }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
