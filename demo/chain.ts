import { limioBackend } from '../src/server/backend.ts';
import { listen } from '../src/server/node/listen.ts';
import type { LogLine } from '../src/server/request-log.ts';
import { CREDENTIALS } from './sandbox/sandbox.ts';
import { serveSandbox, type ServedSandbox } from './sandbox/serve-sandbox.ts';

/** What stands behind the pages of the demo, each on a port of its own: a backend, and the Limio it asks. */
export interface Chain {
  limio: ServedSandbox;
  /** Address of the backend. */
  backend: string;
  /** Ends the backend at once, with whatever it has under way. */
  killBackend(): Promise<void>;
  /** Starts it anew at the same address, with nothing remembered. */
  startBackend(): Promise<void>;
  close(): Promise<void>;
}

export interface ChainOptions {
  /** Told about each request of the backend. */
  log?: (line: LogLine) => void;
}

/**
 * Starts a sandbox and a backend on free ports of this machine.
 *
 * @param pages origin of the pages that sell, and of the shop, whose pages the same server plays.
 */
export async function startChain(pages: string, { log }: ChainOptions = {}): Promise<Chain> {
  const limio = await serveSandbox();
  const start = (port: number) => {
    const backend = limioBackend({
      limio: { tenant: limio.origin, credentials: () => CREDENTIALS },
      shop: pages,
      origins: [pages],
      country: 'US',
      ...(log && { log }),
    });
    return listen(backend, { port });
  };
  let running = await start(0);
  const backend = running.url;
  return {
    limio,
    backend,
    killBackend: () => running.close(0),
    async startBackend() {
      running = await start(Number(new URL(backend).port));
    },
    async close() {
      await Promise.all([running.close(0), limio.close()]);
    },
  };
}
