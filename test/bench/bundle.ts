import { readdirSync, readFileSync } from 'node:fs';
import { build } from 'vite';
import { minifyTemplates } from '../../build/minify-templates.ts';

const FOLDER = 'dist/cdn';

/** The script files of the build as they are now; a build in the meantime does not change them. */
export const scriptFiles: ReadonlyMap<string, string> = new Map(
  readdirSync(FOLDER)
    .filter((file) => file.endsWith('.js'))
    .map((file) => [file, readFileSync(`${FOLDER}/${file}`, 'utf8')]),
);

/** Bundles a script the way ours are: one module, minified, white space of templates squeezed. */
export async function bundle(entry: string, format: 'es' | 'iife' = 'es'): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    plugins: [minifyTemplates(['client'])],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: [format], name: 'contestant' },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  });
  const [{ output }] = made as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}
