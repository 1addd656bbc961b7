import { fileURLToPath } from 'node:url';
import type { ViteUserConfig } from 'vitest/config';
import { elementEngines, ENGINES, type Engine } from './engines.ts';
import { inputCommands } from './input.ts';
import { PATIENCE } from './patience.ts';
import { MORE_TRIES } from './more-tries.ts';
import { fixSurroundings } from './surroundings.ts';

type Project = Exclude<NonNullable<NonNullable<ViteUserConfig['test']>['projects']>[number], string>;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The folders of tests that each kind of project runs; `test/frameworks` has a configuration of its own. */
export const FOLDERS = {
  node: [
    'core',
    'agent',
    'mcp',
    'catalog',
    'commands',
    'contract',
    'doctor',
    'limio',
    'server',
    'sandbox',
    'html',
    'ucp',
    'structured-data',
  ],
  browser: ['element', 'controllers', 'integrations', 'frames'],
  built: ['pages', 'playground', 'promises'],
  engines: ['engines'],
  services: ['services'],
} as const;

const testsOf = (kind: keyof typeof FOLDERS) => FOLDERS[kind].map((folder) => `test/${folder}/**/*.test.ts`);

/** Pure tests. */
const inNode = (): Project => ({
  test: {
    name: 'node',
    include: testsOf('node'),
    ...PATIENCE,
    ...MORE_TRIES,
  },
});

/**
 * Tests of the element and what is around it, in an engine whose name is the name of the project: a project of its own
 * each, since V8 counts what was covered in Chromium alone.
 */
const inBrowser = ({ provider, ...instance }: Engine): Project => ({
  resolve: { alias: { '@web/test-runner-commands': here('wtr-commands.ts') } },
  optimizeDeps: {
    include: ['@open-wc/testing', 'lit', 'lit/directives/keyed.js', 'zod/mini', 'fast-check', 'axe-core'],
  },
  test: {
    name: `in-${instance.browser}`,
    include: testsOf('browser'),
    setupFiles: [here('browser.ts')],
    ...PATIENCE,
    ...MORE_TRIES,
    browser: {
      enabled: true,
      headless: true,
      screenshotFailures: false,
      commands: inputCommands,
      provider,
      instances: [instance],
    },
  },
});

/** Whole pages, and promises, against what was built. */
const built = (): Project => ({
  test: {
    name: 'built',
    include: testsOf('built'),
    globalSetup: [here('one-browser.ts')],
    ...PATIENCE,
    ...MORE_TRIES,
  },
});

/** Whole pages in one of several engines: projects such as `firefox-pages`. */
const pagesIn = (engine: string): Project => ({
  test: {
    name: `${engine}-pages`,
    include: testsOf('engines'),
    provide: { engine },
    ...PATIENCE,
    ...MORE_TRIES,
  },
});

/** Tests that need a service of this machine, such as Redis or WordPress. */
const withServices = (): Project => ({
  test: {
    name: 'services',
    include: testsOf('services'),
    globalSetup: [here('one-browser.ts')],
    ...PATIENCE,
    ...MORE_TRIES,
  },
});

/** All test projects; `vitest run --project node --project chromium` runs some of them. */
export async function testProjects(): Promise<NonNullable<ViteUserConfig['test']>> {
  fixSurroundings();
  return {
    reporters: ['default', here('tally.ts')],
    coverage: { include: ['src/**/*.ts'], reporter: ['text-summary', 'html'] },
    projects: [
      inNode(),
      ...(await elementEngines()).map(inBrowser),
      built(),
      ...ENGINES.map(pagesIn),
      withServices(),
    ],
  };
}
