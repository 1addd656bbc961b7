import { basename, resolve } from 'node:path';
import type { Plugin } from 'vite';

/** The module of the error class. */
export const SHARED_ERRORS = 'src/core/errors/limio-error.ts';

/** The module that holds the page of the MCP App, which is written when all else is built. */
const APP_PAGE = 'src/mcp/app-page.ts';

const SHARED = [SHARED_ERRORS, APP_PAGE].map((file) => resolve(file));

/**
 * An error is known by its class, so these outputs import the file of it that all other entries import, in place
 * of a copy. The page of the MCP App is a file of its own, too.
 */
export const sharedFiles = (outputs: readonly string[]): Plugin => ({
  name: 'shared-files',
  enforce: 'pre',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  async resolveId(name, importer) {
    if (!importer || !SHARED.some((file) => basename(file) === basename(name))) return;
    const found = await this.resolve(name, importer, { skipSelf: true });
    // Seen from the sources as the built files see each other.
    if (found && SHARED.includes(found.id))
      return { id: found.id.replace(/\.ts$/, '.js'), external: 'relative' };
  },
});
