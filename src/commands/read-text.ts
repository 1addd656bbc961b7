import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { LimioError } from '../core/errors/limio-error.ts';

/**
 * Reads a file that somebody named, in UTF-8 or, as some programs of Windows write it, in UTF-16 with a mark first. A mark
 * of the order of bytes is no part of the text.
 *
 * @param problem what is said where it cannot be read.
 * @throws {LimioError} `config`
 */
export const readText = async (
  file: string,
  problem = `There is no file ${JSON.stringify(file)} that can be read.`,
): Promise<string> =>
  decoded(
    await readFile(file).catch((): never => {
      throw new LimioError('config', problem);
    }),
  );

/** The same, where `-` is standard input. */
export const readInput = async (file: string, problem?: string): Promise<string> =>
  file === '-' ? decoded(await buffer(process.stdin)) : readText(file, problem);

/** PowerShell 5 writes UTF-16 where a command's output goes into a file. https://encoding.spec.whatwg.org/#bom-sniff */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return new TextDecoder(isUtf16 ? (first === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8').decode(bytes);
}
