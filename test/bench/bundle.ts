import { build } from 'vite';
import { minifyTemplates } from '../../build/minify-templates.ts';
import { scriptFiles as readScriptFiles } from '../setup/script-files.ts';

/** The script files of the build as they are now; a build in the meantime does not change them. */
export const scriptFiles: ReadonlyMap<string, string> = readScriptFiles();

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
