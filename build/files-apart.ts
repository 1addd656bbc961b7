import type { Plugin } from 'vite';

/** Parts of the element that are files of their own, whole in themselves, in every build for script tags. */
const APART = /\/(agent-tools|page-data)\.ts$/;

/** Where the classic script was loaded from; nothing where it runs as a module. See {@link filesApart}. */
export const SCRIPT_ADDRESS = 'const scriptAddress = document.currentScript?.src;';

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
  resolveId(source) {
    const [, name] = APART.exec(source) ?? [];
    return name && { id: `./${name}.js`, external: true };
  },
  renderChunk(code) {
    if (this.environment.name !== 'classic') return undefined;
    return code.replace(
      /\bimport\((["'`]\.\/[\w-]+\.js["'`])\)/g,
      'import(scriptAddress ? new URL($1, scriptAddress) : $1)',
    );
  },
});
