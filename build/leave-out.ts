import type { Plugin } from 'vite';

/** Parts of the element that load, ask or explain: a view is given its offers, and sends nothing but clicks. */
export const NOT_IN_A_VIEW = [
  /\/catalog\/read-catalog\.ts$/,
  /\/catalog\/written-offer\.ts$/,
  /\/element\/assisted-checkout\/(assisted-checkout|details-form)\.ts$/,
  /\/element\/comparison\/comparison\.ts$/,
  /\/element\/light-dom\/(keep-focus|page-link)\.ts$/,
  /\/element\/mistakes\/mistakes\.ts$/,
  /\/element\/structured-data\/page-data\.ts$/,
  /\/element\/(pricing\/pricing|templates\/hints)\.ts$/,
  /\/integrations\/agent-tools\.ts$/,
];

/** What is imported at once by parts that a view has, and what of it: a view asks no address. */
const CALLED: ReadonlyArray<[part: RegExp, name: string]> = [[/\/controllers\/fetch-json\.ts$/, 'fetchJson']];

/**
 * Leaves parts out of an output: what asks for one that is loaded lazily is told that it could not be loaded, and
 * what calls a function of another gets an error.
 *
 * @param output name of the environment.
 */
export const leaveOut = (output: string, parts: readonly RegExp[]): Plugin => ({
  name: 'leave-out',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === output,
  load(id) {
    const [, called] = CALLED.find(([part]) => part.test(id)) ?? [];
    if (called) return `export const ${called} = () => { throw new Error('left out'); };`;
    return parts.some((part) => part.test(id)) ? "throw new Error('left out')" : undefined;
  },
});
