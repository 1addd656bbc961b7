import { open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { LimioError } from '../../core/errors/limio-error.ts';
import { parseCheckpoint, type CheckpointStore } from '../abandoned/checkpoint-store.ts';

/** Files that this process reads for. */
const held = new Set<string>();

/**
 * A checkpoint in a file, for one reader: a second one on this machine is kept out by a file beside it, `….lock`, that
 * names the process.
 *
 * A crash leaves the old checkpoint or the new one, never half of it: the new one is written beside it and put in its
 * place. https://man7.org/linux/man-pages/man2/rename.2.html
 *
 * @example
 * watchAbandonedBaskets({ ...options, checkpoint: fileCheckpoint('abandoned.json') });
 */
export function fileCheckpoint(path: string): CheckpointStore {
  const lock = `${path}.lock`;
  return {
    load: async () => {
      const text = await readIfThere(path);
      return text === undefined ? undefined : parseCheckpoint(text, `the file ${path}`);
    },
    save: async (checkpoint) => {
      const next = `${path}.next`;
      try {
        await writeDurably(next, `${JSON.stringify(checkpoint)}\n`, 'w');
        await rename(next, path);
        await syncFolder(dirname(path));
      } catch (error) {
        throw checkpointFailed(path, error);
      }
    },
    claim: async () => {
      if (held.has(lock) || !(await take(lock))) return undefined;
      held.add(lock);
      return async () => {
        held.delete(lock);
        await rm(lock, { force: true });
      };
    },
  };
}

/** Takes a lock, also one whose process is gone. Two that find it at once may both get it, which loses nothing. */
async function take(lock: string): Promise<boolean> {
  for (let again = true; ; again = false)
    try {
      await writeDurably(lock, String(process.pid), 'wx');
      return true;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw checkpointFailed(lock, error);
      if (!again || isRunning(Number(await readIfThere(lock)))) return false;
      await rm(lock, { force: true });
    }
}

/** Whether a process of another's is alive. Where it has our number, it was the one before us in a container. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw checkpointFailed(path, error);
  }
}

/** Resolves once the text would outlive a loss of power. Readable by its owner alone. */
export async function writeDurably(path: string, text: string, flags: 'w' | 'wx' | 'a'): Promise<void> {
  const file = await open(path, flags, 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Some systems open no folder as a file; there a rename is durable by itself, or nothing can be done. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r').catch(() => undefined);
  await folder?.sync().catch(() => {});
  await folder?.close();
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

const checkpointFailed = (path: string, error: unknown): LimioError =>
  error instanceof LimioError
    ? error
    : new LimioError('checkpoint_failed', `The file ${path} cannot be used (${String(codeOf(error))}).`);
