import type { Plugin } from 'vite';

/** How Rolldown lists the exports of a module that is used as an object. */
const ALL_NAMES = /for \((?:var|let|const) (\w+) in (\w+)\)/g;

/**
 * Lets a module that is used as an object have its own exports alone. Rolldown takes those that the page has added to
 * the prototype of all objects for exports, too, and throws, as they are no functions.
 *
 * @param outputs names of the environments that run in pages of others.
 */
export const ownExports = (outputs: readonly string[]): Plugin => ({
  name: 'own-exports',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  renderChunk: (code) => code.replace(ALL_NAMES, 'for (const $1 of Object.keys($2))'),
});
