import { dirname, relative, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES } from '../src/locales/languages.ts';

/** Parts of the element that are files of their own, whole in themselves, in every build for script tags. */
const APART = /\/(agent-tools|page-data)\.ts$/;

/** What only some pages load beside the classic file, by the names of the files. */
export const CLASSIC_PARTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.keys(LANGUAGES).map((name) => [`classic-${name}`, `src/locales/${name}.ts`])),
  'classic-comparison': 'src/element/comparison/comparison.ts',
  'classic-conflict': 'src/element/mistakes/conflict.ts',
  'classic-elsewhere': 'src/element/templates/elsewhere.ts',
  'classic-frame': 'src/frames/frame.ts',
  'classic-hints': 'src/element/templates/hints.ts',
  'classic-outcome': 'src/element/assisted-checkout/outcome.ts',
  'classic-links-without-tag': 'src/element/light-dom/links-without-tag.ts',
  'classic-mistakes': 'src/element/mistakes/mistakes.ts',
  'classic-read-catalog': 'src/catalog/read-catalog.ts',
  'classic-written-offer': 'src/catalog/written-offer.ts',
};

/** Where the classic script was loaded from; nothing where it runs as a module. See {@link filesApart}. */
export const SCRIPT_ADDRESS = 'const scriptAddress = document.currentScript?.src;';

/** The address of a part that only some pages load, as the classic file names it. */
function classicAddress(source: string, importer = ''): string | undefined {
  const file = relative('.', resolve(dirname(importer), source));
  const name = Object.keys(CLASSIC_PARTS).find((part) => CLASSIC_PARTS[part] === file);
  return name && `./${name}.js`;
}

/**
 * Leaves seldom used parts out of the builds of the element: they load the file of that name from the folder they
 * lie in themselves.
 *
 * A script of another site has no address of its own to browsers, unless it is a module, so the classic file notes
 * down where it came from while it runs for the first time.
 *
 * @param outputs names of the environments that leave them out.
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#creating-a-classic-script (muted errors)
 */
export const filesApart = (outputs: readonly string[]): Plugin => ({
  name: 'files-apart',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  resolveId(source, importer) {
    const [, name] = APART.exec(source) ?? [];
    const isClassic = this.environment.name === 'classic';
    const id = name ? `./${name}.js` : isClassic ? classicAddress(source, importer) : undefined;
    return id && { id, external: true };
  },
  renderChunk(code) {
    if (this.environment.name !== 'classic') return undefined;
    return code.replace(
      /\bimport\((["'`]\.\/[\w-]+\.js["'`])\)/g,
      'import(scriptAddress ? new URL($1, scriptAddress) : $1)',
    );
  },
});
