import { resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The module of the error class. */
export const SHARED_ERRORS = 'src/core/errors.ts';

/**
 * An error is known by its class, so these outputs import the file of it that all other entries import, in place
 * of a copy.
 */
export const shareErrors = (outputs: readonly string[]): Plugin => ({
  name: 'share-errors',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  async resolveId(name, importer) {
    if (!importer || !name.endsWith('/errors.ts')) return;
    const found = await this.resolve(name, importer, { skipSelf: true });
    // Seen from the sources as the built files see each other.
    if (found?.id === resolve(SHARED_ERRORS))
      return { id: found.id.replace(/\.ts$/, '.js'), external: 'relative' };
  },
});
