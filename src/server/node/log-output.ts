import { write } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { DestinationStream } from 'pino';

/** Most text that waits to be written, in characters. Lines beyond it are lost, and counted. */
const MAX_WAITING = 2 ** 22;

/** How long a pipe that takes nothing at the moment is left alone, in milliseconds. */
const AGAIN_MS = 50;

/** Where the log goes. */
export interface LogOutput extends DestinationStream {
  /** Resolves when all that waits is written, or after so many milliseconds. */
  flush(ms: number): Promise<void>;
}

/**
 * Writes a log without holding anybody up. A disk that is full, or a reader that does not read, costs lines and no
 * sale; how many, a line of its own says as soon as it can.
 *
 * pino's own destination is not used, as it stops the process for ever where a disk is full when it ends.
 *
 * @param fd number of an open file; 1 is the standard output.
 */
export function logOutput(fd = 1): LogOutput {
  let waiting = '';
  let lost = 0;
  let writing: Promise<void> | undefined;

  async function writeAll(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;)
      try {
        at += (await promisify(write)(fd, bytes, at)).bytesWritten;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
        await pause(AGAIN_MS);
      }
  }

  async function drain(): Promise<void> {
    while (waiting) {
      const [text, before] = [waiting, lost];
      waiting = '';
      try {
        await writeAll((before ? lostLine(before) : '') + text);
        lost -= before;
      } catch {
        lost += linesIn(text);
      }
    }
    writing = undefined;
  }

  return {
    write(line) {
      if (waiting.length + line.length > MAX_WAITING) lost += linesIn(line);
      else waiting += line;
      writing ??= drain();
    },
    flush: async (ms) => void (await Promise.race([writing, pause(ms, undefined, { ref: false })])),
  };
}

const linesIn = (text: string): number => text.split('\n').length - 1;

const lostLine = (count: number): string =>
  `${JSON.stringify({ level: 40, time: new Date().toISOString(), event: 'lines lost', count })}\n`;
