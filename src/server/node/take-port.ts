import type { Server } from 'node:net';
import { LimioError } from '../../core/errors/limio-error.ts';

const NO_ADDRESS = 'HOST is no address of this machine. Use 127.0.0.1, or 0.0.0.0 for all of them';

/** What to do where a port cannot be had, by the system's word for why. */
const REMEDIES: Readonly<Record<string, string>> = {
  EADDRINUSE: 'Another program listens there. Stop it, or choose another port',
  EACCES: 'Ports below 1024 are for root. Choose a higher one',
  EADDRNOTAVAIL: NO_ADDRESS,
  ENOTFOUND: NO_ADDRESS,
  EAI_AGAIN: NO_ADDRESS,
};

/**
 * Listens on a port.
 *
 * @param variable the one that names the port.
 * @throws {LimioError} `config`, saying where, why not, and what to do
 */
export const takePort = (
  server: Server,
  { host, port }: { host: string; port: number },
  variable: 'PORT' | 'LIMIO_METRICS_PORT',
): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
      const remedy = REMEDIES[code] ?? `Look at HOST and ${variable}`;
      reject(
        new LimioError(
          'config',
          `HOST, ${variable}: cannot listen on ${host}, port ${port} (${code}). ${remedy}.`,
        ),
      );
    });
    server.listen(port, host, resolve);
  });
