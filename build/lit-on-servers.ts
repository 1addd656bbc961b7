import { resolve } from 'node:path';
import type { Plugin } from 'vite';

const STAND_IN = resolve('src/html/lit-on-servers.ts');

/**
 * Gives templates and styles of the element, where they are printed on a server, what they need of Lit: tags that
 * keep what was written. Lit itself wants a browser there, or leaves stand-ins for one behind as globals.
 *
 * @param outputs names of the environments that print.
 */
export const litOnServers = (outputs: readonly string[]): Plugin => ({
  name: 'lit-on-servers',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  resolveId: (name) => (name === 'lit' ? STAND_IN : undefined),
});
