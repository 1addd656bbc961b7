import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { rolldown, type Plugin, type RenderedChunk } from 'rolldown';
import { dts } from 'rolldown-plugin-dts';
import pack from '../package.json' with { type: 'json' };
import { BACKEND_ENTRIES } from './outputs.ts';
import { SHARED_ERRORS } from './shared-files.ts';

/** As in the scripts: the class of errors is the one that all entries share. */
const sharedFiles: Plugin = {
  name: 'shared-files',
  resolveId: {
    order: 'pre',
    handler: (name, importer) =>
      importer && name.endsWith(`/${basename(SHARED_ERRORS)}`)
        ? { id: resolve(dirname(importer), name.replace(/\.ts$/, '.js')), external: 'relative' }
        : undefined,
  },
};

/**
 * Puts the types of the backend's entries into as few files as its scripts, with the types they take from packages
 * that nobody installs, and drops the files they came from, and all others that no entry of the package leads to.
 *
 * @param folder where the compiler wrote a file of types for each source file, beside the scripts.
 */
export async function bundleTypes(folder: string): Promise<void> {
  const bundle = await rolldown({
    input: Object.fromEntries(BACKEND_ENTRIES.map((name) => [name, resolve(folder, `${name}.d.ts`)])),
    plugins: [sharedFiles, dts({ dtsInput: true, emitDtsOnly: true, tsconfig: false })],
    // Lit is installed with the package; the types of `redis` are the user's own, where there is one.
    external: ['lit', 'redis'],
  });
  // Zod marks some places of its types as not to be checked, and those marks do not get through.
  const banner = ({ isEntry }: RenderedChunk) => (isEntry ? '' : '// @ts-nocheck');
  await bundle.write({ dir: folder, chunkFileNames: 'backend/[name].js', banner });
  await bundle.close();
  for (const name of foldersWithoutScripts(folder)) rmSync(join(folder, name), { recursive: true });
  const needed = filesOfEntries();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.d.ts') && !needed.has(join(folder, file))) rmSync(join(folder, file));
}

/** The files of types that an importer of the package may come to. */
function filesOfEntries(): Set<string> {
  const entries = Object.values(pack.exports).flatMap((entry) =>
    typeof entry === 'string' ? [] : entry.types,
  );
  const files = new Set(entries.map((types) => join(types)));
  for (const file of files)
    for (const [, name = ''] of readFileSync(file, 'utf8').matchAll(IMPORT))
      files.add(join(dirname(file), name.replace(/\.[jt]s$/, '.d.ts')));
  return files;
}

/** What a file of types imports from beside itself, whole or for a single type. */
const IMPORT = /\b(?:from|import)\s*\(?\s*["'](\.[^"']+)["']/g;

const foldersWithoutScripts = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => {
      const files = readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' });
      return !files.some((file) => file.endsWith('.js'));
    });
