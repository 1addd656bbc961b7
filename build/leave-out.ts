import type { Plugin } from 'vite';

/** A part that is left out, and the function that parts which are there import of it, where there is one. */
type LeftOut = readonly [part: RegExp, called?: string];

/** Parts of the element that load, ask or explain: a view is given its offers, and sends nothing but clicks. */
export const NOT_IN_A_VIEW: readonly LeftOut[] = [
  [/\/catalog\/read-catalog\.ts$/],
  [/\/catalog\/written-offer\.ts$/],
  [/\/element\/assisted-checkout\/(assisted-checkout|details-form)\.ts$/],
  [/\/element\/comparison\/comparison\.ts$/],
  [/\/element\/light-dom\/(keep-focus|page-link)\.ts$/],
  // No page has written links into a view.
  [/\/element\/light-dom\/card-links\.ts$/, 'cardLinks'],
  [/\/element\/mistakes\/mistakes\.ts$/],
  [/\/element\/structured-data\/page-data\.ts$/],
  [/\/element\/(pricing\/pricing|templates\/hints)\.ts$/],
  [/\/integrations\/agent-tools\.ts$/],
  [/\/controllers\/fetch-json\.ts$/, 'fetchJson'],
  [/\/controllers\/early-request\.ts$/, 'beginRequest'],
];

/**
 * Leaves parts out of an output: what asks for one that is loaded lazily is told that it could not be loaded, and
 * what calls a function of another gets an error.
 *
 * @param output name of the environment.
 */
export const leaveOut = (output: string, parts: readonly LeftOut[]): Plugin => ({
  name: 'leave-out',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === output,
  load(id) {
    const found = parts.find(([part]) => part.test(id));
    if (!found) return undefined;
    const [, called] = found;
    const missing = "throw new Error('left out');";
    return called ? `export const ${called} = () => { ${missing} };` : missing;
  },
});
