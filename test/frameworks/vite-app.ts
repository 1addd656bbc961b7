import type { UserConfig } from 'vite';

/**
 * An app that a browser starts (`main`) and, where there is one, a server renders (`server`, which exports `render`).
 *
 * It is a development build: there the frameworks say what does not match, and React mounts everything twice.
 */
export const viteApp = (main: string, server?: string): UserConfig => ({
  mode: 'development',
  define: { 'process.env.NODE_ENV': '"development"' },
  environments: {
    client: {
      build: {
        outDir: 'dist/client',
        rolldownOptions: { input: main, output: { entryFileNames: 'main.js' } },
      },
    },
    ...(server && { ssr: { build: { outDir: 'dist/server', ssr: server } } }),
  },
  builder: {},
});
