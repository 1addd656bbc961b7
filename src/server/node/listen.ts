import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { LimioBackend } from '../backend.ts';
import { takePort } from './take-port.ts';
import { pipelines } from './pipelines.ts';

/** How long a client may take, in milliseconds; one that is slower than that is no customer. */
const TIMEOUTS = {
  /** To send its headers. */
  headersTimeout: 5000,
  /** To send the whole request. */
  requestTimeout: 10_000,
  /** How often Node looks who is late. */
  connectionsCheckingInterval: 1000,
};

/** For how long a connection is kept on which nothing is asked, in milliseconds. */
const KEEP_ALIVE_MS = 5000;

/** For how long a connection may be silent before it is closed, in milliseconds, also while it does not read an answer. */
const IDLE_MS = 15_000;

/** How often connections that have done their work are closed at the end, in milliseconds. */
const SWEEP_EVERY_MS = 50;

/** A backend that listens. */
export interface Listening {
  /** `http://127.0.0.1:8787`, with the port that was taken. */
  url: string;
  /** Closes each connection with its next answer, so that callers find another instance by themselves. */
  drain(): void;
  /** Takes no more requests, and resolves when those at hand have been answered, or after `grace` milliseconds. */
  close(grace?: number): Promise<void>;
}

/**
 * Serves a backend on Node, with time-outs against slow clients.
 *
 * @param port 0 takes a free one.
 * @param keepAlive milliseconds for which a connection is kept on which nothing is asked. A proxy that keeps its own for
 *   longer sends a request now and then into one that is being closed. Default 5,000.
 *
 * @example
 * const { close } = await listen(limioBackend(options), { port: 8787 });
 */
export async function listen(
  backend: LimioBackend,
  {
    port,
    host = '127.0.0.1',
    keepAlive = KEEP_ALIVE_MS,
  }: { port: number; host?: string; keepAlive?: number },
): Promise<Listening> {
  const turn = pipelines();
  let isDraining = false;
  const server = createAdaptorServer({
    fetch: async (request, { incoming, outgoing }) => {
      await turn(incoming.socket, outgoing as ServerResponse);
      const response = await backend.fetch(request, { address: incoming.socket.remoteAddress });
      if (isDraining) response.headers.set('connection', 'close');
      return response;
    },
    serverOptions: { ...TIMEOUTS, keepAliveTimeout: keepAlive },
    // For HTTP/1.0, in which health checks of load balancers may name no host. What it is, nobody looks at.
    hostname: 'localhost',
    // It would replace `Request` and `Response` for everything else in the process.
    overrideGlobalObjects: false,
  }) as Server;
  server.setTimeout(IDLE_MS);
  await takePort(server, { host, port }, 'PORT');
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    drain: () => {
      isDraining = true;
    },
    close: (grace = 5000) => close(server, grace),
  };
}

function close(server: Server, grace: number): Promise<void> {
  return new Promise((resolve) => {
    const end = setTimeout(() => server.closeAllConnections(), grace);
    // Node closes the connections that are idle now; those that become idle later would be kept alive.
    const sweep = setInterval(() => server.closeIdleConnections(), SWEEP_EVERY_MS);
    server.close(() => {
      clearTimeout(end);
      clearInterval(sweep);
      resolve();
    });
  });
}
