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
  const start = async (port: number) => {
    const life = new AbortController();
    const backend = limioBackend({
      limio: { tenant: limio.origin, credentials: () => CREDENTIALS, fetch: fetchDuring(life.signal) },
      shop: pages,
      origins: [pages],
      country: 'US',
      ...(log && { log }),
    });
    const { url, close } = await listen(backend, { port });
    // The process lives on; what the backend asks of Limio must not.
    return { url, kill: () => close(0).finally(() => life.abort()) };
  };
  let running = await start(0);
  const backend = running.url;
  return {
    limio,
    backend,
    killBackend: () => running.kill(),
    async startBackend() {
      running = await start(Number(new URL(backend).port));
    },
    async close() {
      await Promise.all([running.kill(), limio.close()]);
    },
  };
}

/** A `fetch` that ends with its backend. */
const fetchDuring =
  (life: AbortSignal): typeof fetch =>
  (input, init) =>
    fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([life, init.signal]) : life });
