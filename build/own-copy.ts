import type { Plugin } from 'vite';

/** Small and pure, and used by several parts that are loaded on their own. */
const SMALL = /\/(decimal|read-offer|price-line)\.ts$/;

/** The part that has its own copy. */
const PART =
  /\/(element\/pricing\/\w[\w-]*|core\/price\/savings|core\/price\/written-price|catalog\/written-offer)\.ts$/;

/**
 * Gives a part that is loaded on its own a copy of what is small, where others use it as well.
 *
 * What two parts share would be a third file, which a browser asks for only when it has read a part: one more round
 * trip before the cards, for some hundred bytes.
 *
 * @param output name of the environment.
 */
export const ownCopy = (output: string): Plugin => ({
  name: 'own-copy',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => name === output,
  async resolveId(source, importer, options) {
    if (!SMALL.test(source) || !importer || !PART.test(importer)) return undefined;
    const found = await this.resolve(source, importer, { ...options, skipSelf: true });
    return found && { ...found, id: `${found.id}?own` };
  },
});
