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

/**
 * Leaves lazily loaded parts out of an output: what asks for one is told that it could not be loaded.
 *
 * @param output name of the environment.
 */
export const leaveOut = (output: string, parts: readonly RegExp[]): Plugin => ({
  name: 'leave-out',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === output,
  load: (id) => (parts.some((part) => part.test(id)) ? "throw new Error('left out')" : undefined),
});
