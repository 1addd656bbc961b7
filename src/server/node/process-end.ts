import closeWithGrace from 'close-with-grace';
import type { Logger } from 'pino';
import type { LogOutput } from './log-output.ts';

/** How long a log that is not read is waited for, in milliseconds. */
const FLUSH_MS = 500;

/** How much longer the process may take to close connections to other services, in milliseconds. */
const CLOSE_MARGIN_MS = 1000;

/** Something to be done before the process ends; it is told the signal, where there was one. */
type Closer = (signal?: string) => Promise<unknown> | void;

/** What must be done before the process ends, the last first. */
export interface ProcessEnd {
  add(closer: Closer): void;
  /** Does it all now, without a signal; the process then ends as it may. */
  now(): Promise<void>;
}

/**
 * Does what must be done when the process is told to stop, or has failed, and ends it. The log is written out last.
 *
 * @param patience how long requests at hand may take, in milliseconds.
 */
export function processEnd(log: Logger, output: LogOutput, patience: number): ProcessEnd {
  const closers: Closer[] = [];
  const close = async (signal?: string) => {
    for (const closer of closers.splice(0).reverse()) await closer(signal);
  };
  // No logger: it would write errors whole, and with them whatever they hold.
  const stopping = closeWithGrace(
    { delay: patience + CLOSE_MARGIN_MS, logger: false },
    async ({ err, signal }) => {
      log.info({ event: 'stopping', signal, ...(err && { error: err.name }) });
      await close(signal);
      log.info({ event: 'stopped' });
      await output.flush(FLUSH_MS);
    },
  );
  return {
    add: (closer) => void closers.push(closer),
    async now() {
      stopping.uninstall();
      await close();
      await output.flush(FLUSH_MS);
    },
  };
}
