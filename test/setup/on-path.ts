import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The path itself where it is a program that may be run, else an empty text. */
export function executable(path: string): string {
  try {
    accessSync(path, constants.X_OK);
    return path;
  } catch {
    return '';
  }
}

/** Path of the first of these programs that is installed; empty where none is. */
export const onPath = (...names: string[]): string =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(executable) ?? '';
