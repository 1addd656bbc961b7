import { writeFile } from 'node:fs/promises';
import { LimioError } from '../core/errors/limio-error.ts';

/** Writes a file that somebody named. @throws {LimioError} `config` */
export const writeText = (file: string, text: string): Promise<void> =>
  writeFile(file, text).catch(() => {
    throw new LimioError('config', `${JSON.stringify(file)} cannot be written. Is there such a folder?`);
  });
