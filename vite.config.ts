import { copyFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ViteBuilder } from 'vite';
import { defineConfig } from 'vitest/config';
import { writeDescriptions } from './build/descriptions.ts';
import { writeIntegrity } from './build/integrity.ts';
import { readManifest } from './build/manifest.ts';
import { OUTPUTS, SCRIPT_FILES } from './build/outputs.ts';
import { minifyTemplates } from './build/minify-templates.ts';
import { demoServer } from './demo/demo-server.ts';
import { engines } from './test/setup/engines.ts';
import { inputCommands } from './test/setup/input.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Milliseconds a test may take on a machine that is busy with others. */
const PATIENCE = 30_000;

/** Tests that need a service of this machine, such as Redis or WordPress: `npm run test:services` alone runs them. */
const serviceTests = () => ({
  reporters: ['default', here('test/setup/tally.ts')],
  projects: [
    {
      test: {
        name: 'services',
        include: ['test/services/**/*.test.ts'],
        globalSetup: ['test/setup/one-browser.ts'],
        testTimeout: PATIENCE,
        hookTimeout: PATIENCE,
      },
    },
  ],
});

/** Tests of the element and what is around it, in one browser or several. */
const browserTests = async (browsers: string) => ({
  resolve: { alias: { '@web/test-runner-commands': here('test/setup/wtr-commands.ts') } },
  optimizeDeps: {
    include: ['@open-wc/testing', 'lit', 'lit/directives/keyed.js', 'zod/mini', 'fast-check', 'axe-core'],
  },
  test: {
    name: 'browser',
    include: ['test/{element,controllers,integrations,frames}/**/*.test.ts'],
    setupFiles: ['test/setup/browser.ts'],
    testTimeout: PATIENCE,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      commands: inputCommands,
      instances: await engines(browsers),
    },
  },
});

/** The browser suite and whole pages in other browsers, and nothing else: `npm run test:browsers`. */
const engineTests = async (browsers: string) => ({
  reporters: ['default', here('test/setup/tally.ts')],
  projects: [
    await browserTests(browsers),
    {
      test: {
        name: 'pages',
        include: ['test/engines/**/*.test.ts'],
        provide: { engines: browsers.split(',') },
        testTimeout: PATIENCE,
        hookTimeout: PATIENCE,
      },
    },
  ],
});

/** Tests: pure ones in Node, the element's in a real browser, whole pages and promises against what was built. */
const tests = async () => ({
  reporters: ['default', here('test/setup/tally.ts')],
  projects: [
    {
      test: {
        name: 'node',
        include: ['test/{core,catalog,contract,limio,server,sandbox}/**/*.test.ts'],
        testTimeout: PATIENCE,
      },
    },
    await browserTests('chromium'),
    {
      test: {
        name: 'built',
        include: ['test/{pages,playground,promises}/**/*.test.ts'],
        globalSetup: ['test/setup/one-browser.ts'],
        testTimeout: PATIENCE,
      },
    },
  ],
});

/** `vite build` makes every file of the package. */
const build = () => ({
  plugins: [minifyTemplates(SCRIPT_FILES)],
  environments: OUTPUTS,
  builder: {
    async buildApp({ build, environments }: ViteBuilder) {
      for (const name of Object.keys(OUTPUTS)) await build(environments[name]!);
      copyFileSync('src/frames/embed.html', 'dist/cdn/embed.html');
      writeIntegrity('dist/cdn');
      await writeDescriptions(readManifest());
    },
  },
});

const chosenTests = () => {
  const { SERVICES, BROWSERS } = process.env;
  return SERVICES ? serviceTests() : BROWSERS ? engineTests(BROWSERS) : tests();
};

export default defineConfig(async ({ command, mode }) => ({
  publicDir: false as const,
  plugins: [demoServer()],
  ...(command === 'build' && build()),
  ...(mode === 'test' && { test: await chosenTests() }),
}));
