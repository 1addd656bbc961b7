import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';

const FOLDER = 'dist/cdn';

/** Every script file of the build, by name. */
export const scriptFiles = (): Map<string, string> =>
  new Map(
    readdirSync(FOLDER)
      .filter((file) => file.endsWith('.js'))
      .map((file) => [file, readFileSync(`${FOLDER}/${file}`, 'utf8')]),
  );

/** Bytes that travel, as a server with brotli sends them. */
export const brotli = (code: string): number => brotliCompressSync(code).length;

/** A file and all it imports before its own code runs. */
export function withStaticImports(name: string, files = scriptFiles()): string[] {
  const found = new Set([name]);
  for (const file of found)
    for (const [, next] of files
      .get(file)!
      .matchAll(/(?:^\s*|[;}])(?:import|export)[^;(]*?["'`]\.\/([^"'`]+)["'`]/g))
      found.add(next!);
  return [...found];
}
