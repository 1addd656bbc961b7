import { builtinModules } from 'node:module';
import { esmExternalRequirePlugin, type Plugin } from 'vite';

const NODES_OWN = new RegExp(`^(node:)?(${builtinModules.join('|')})$`);

/**
 * What packages in the older format require of Node itself becomes an import, so that the file which all of a
 * backend shares needs nothing of Node.
 */
export const importNode = (outputs: readonly string[]): Plugin =>
  Object.assign(esmExternalRequirePlugin({ external: [NODES_OWN] }), {
    enforce: 'pre' as const,
    applyToEnvironment: ({ name }: { name: string }) => outputs.includes(name),
  }) as Plugin;
