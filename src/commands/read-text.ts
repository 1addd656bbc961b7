import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { LimioError } from '../core/errors/limio-error.ts';

/**
 * Reads a file that somebody named.
 *
 * @param problem what is said where it cannot be read.
 * @throws {LimioError} `config`
 */
export const readText = (
  file: string,
  problem = `There is no file ${JSON.stringify(file)} that can be read.`,
): Promise<string> =>
  readFile(file, 'utf8').catch((): never => {
    throw new LimioError('config', problem);
  });

/** The same, where `-` is standard input. */
export const readInput = (file: string, problem?: string): Promise<string> =>
  file === '-' ? text(process.stdin) : readText(file, problem);
