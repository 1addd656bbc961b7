import type { Plugin } from 'vite';

/** How Rolldown's helper goes through the exports of a module that is used as an object. */
const EXPORTS = /for \(var (\w+) in (\w+)\)(?=\s*\{\s*__defProp\()/;

/** Where a chunk has that helper. */
const HELPER = '__exportAll = ';

/**
 * Lets a module that is used as an object have its own exports alone. Rolldown's helper takes those that the page has
 * added to the prototype of all objects for exports, too, and throws, as they are no functions. No other loop is
 * touched; where the helper is no longer found as it is known, the build fails.
 *
 * @param outputs names of the environments that run in pages of others.
 */
export const ownExports = (outputs: readonly string[]): Plugin => ({
  name: 'own-exports',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  renderChunk(code) {
    if (!code.includes(HELPER)) return undefined;
    if (!EXPORTS.test(code)) this.error('Rolldown goes through exports in another way: see own-exports.ts.');
    return code.replace(EXPORTS, 'for (const $1 of Object.keys($2))');
  },
});
