import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LimioError } from '../../core/errors/limio-error.ts';

/**
 * Writes the files of a snapshot into a folder, which is made where there is none.
 *
 * They belong together, and a site may read them at any moment: each is written beside its place and put there when all
 * are whole, so that what cannot be written leaves the old ones. A file that this snapshot does not have is removed, as
 * it would go on to say what no longer holds.
 *
 * @param files texts by name; `undefined` for a file that is not to be there.
 * @returns the paths that were written.
 * @throws {LimioError} `config` where the folder cannot be written into
 */
export async function writeSnapshot(
  folder: string,
  files: Readonly<Record<string, string | undefined>>,
): Promise<string[]> {
  const all = Object.entries(files).map(([name, text]) => ({ path: join(folder, name), text }));
  const written = all.filter(({ text }) => text !== undefined);
  await mkdir(folder, { recursive: true }).catch(() => {
    throw new LimioError('config', `--out: ${JSON.stringify(folder)} cannot be made a folder.`);
  });
  try {
    for (const { path, text } of written) await writeFile(besides(path), text!);
    for (const { path } of written) await rename(besides(path), path);
    for (const { path, text } of all) if (text === undefined) await rm(path, { force: true });
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new LimioError('config', `The files cannot be written into ${JSON.stringify(folder)}: ${code}.`, {
      cause: error,
    });
  } finally {
    for (const { path } of written) await rm(besides(path), { force: true }).catch(() => {});
  }
  return written.map(({ path }) => path);
}

/** Where a file stands until it is whole; two processes do not meet there. */
const besides = (path: string): string => `${path}.${process.pid}.next`;
