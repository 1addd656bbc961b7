import { readFileSync, statSync } from 'node:fs';
import { LimioError } from '../../core/errors/limio-error.ts';
import { parseKeys, type Key, type ReadKeys } from '../gate/keys.ts';

/**
 * Keys of a file, read again whenever it has changed. A change that cannot be read leaves the keys as they were;
 * Node's warnings, on stderr, say so once for each change.
 *
 * @throws {LimioError} `config` where the file cannot be read at the start
 *
 * @example
 * limioBackend({ ...options, keys: keysOfFile('/run/secrets/limio-keys') });
 */
export function keysOfFile(path: string): ReadKeys {
  let readAt: string | undefined;
  let keys: readonly Key[] = [];
  const read = () => {
    const { mtimeMs, size } = statSync(path);
    const change = `${mtimeMs} ${size}`;
    if (change === readAt) return;
    readAt = change;
    keys = parseKeys(readFileSync(path, 'utf8'));
  };
  try {
    read();
  } catch (error) {
    if (error instanceof LimioError) throw error;
    throw new LimioError('config', 'LIMIO_KEYS_FILE: it names no file that can be read.');
  }
  return () => {
    try {
      read();
    } catch (error) {
      // Half written, or gone for a moment.
      if (error instanceof LimioError) process.emitWarning(`${error.message} The keys stay as they were.`);
    }
    return keys;
  };
}
