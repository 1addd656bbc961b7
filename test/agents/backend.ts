import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BackendOptions } from '../../src/server/options.ts';
import { KEY, KEYS } from '../server/agent-setup.ts';
import { pretendLimio } from '../server/pretend-limio.ts';
import { optionsFor } from '../server/setup.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** A program of the clients. */
export const program = (name: string): string => `${HERE}node_modules/${name}`;

/** The command line of the built package. */
export const COMMAND = fileURLToPath(new URL('../../dist/npm/cli.js', import.meta.url));

/** A file of offers, for a program that has no backend. */
export const OFFERS = `${HERE}offers.json`;

export const AUTHORIZED = { authorization: `Bearer ${KEY}` };

/** The built backend on a port of its own, before a pretend Limio. */
export async function startBackend(
  agents: BackendOptions['agents'] = {},
  more: Partial<BackendOptions> = {},
) {
  const { limioBackend } = (await import(
    '../../dist/npm/server.js' as string
  )) as typeof import('../../src/server.ts');
  const limio = pretendLimio();
  let fetch = async (_: Request): Promise<Response> => new Response();
  const server = serve({ fetch: (request) => fetch(request), port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const backend = limioBackend({
    ...optionsFor(limio),
    // A page of this very machine, as tools for developers are.
    origins: [origin, origin.replace('127.0.0.1', 'localhost')],
    keys: () => KEYS,
    agents: { publicUrl: origin, mcp: 'full', pages: ['/chat-checkout'], ...agents },
    ...more,
  });
  fetch = (request) => backend.fetch(request, { address: '127.0.0.1' });
  // As `npx limio-offers serve` does before it takes requests.
  await backend.warmUp();
  return { origin, limio, close: () => void server.close() };
}
