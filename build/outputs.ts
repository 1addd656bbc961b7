import { readdirSync } from 'node:fs';
import type { EnvironmentOptions } from 'vite';
import pack from '../package.json' with { type: 'json' };
import { SCRIPT_ADDRESS } from './files-apart.ts';

/** What pages around the element import; the other files of these folders serve them. */
const AROUND = [
  ...['agent-tools', 'analytics', 'hubspot', 'intercom', 'qualified', 'salesforce'].map(
    (name) => `src/integrations/${name}.ts`,
  ),
  ...['bridge', 'frame', 'parent-page'].map((name) => `src/frames/${name}.ts`),
];

/** Each file at the top of `src` is an entry of the package, and so is what pages around the element import. */
const ENTRIES = [
  ...readdirSync('src')
    .filter((file) => file.endsWith('.ts'))
    .map((file) => `src/${file}`),
  ...AROUND,
];

/** Small files for script tags and for the element, each whole in itself. Blockers refuse what is called analytics. */
const SMALL_FILES = {
  'agent-tools': 'src/integrations/agent-tools.ts',
  bridge: 'src/frames/bridge-start.ts',
  embed: 'src/frames/embed.ts',
  hubspot: 'src/integrations/hubspot.ts',
  intercom: 'src/integrations/intercom.ts',
  measure: 'src/integrations/analytics.ts',
  qualified: 'src/integrations/qualified.ts',
  salesforce: 'src/integrations/salesforce.ts',
};

/** What users install stays an import, and so does what Node itself brings. */
const OUTSIDE = [
  /^node:/,
  ...Object.keys({ ...pack.dependencies, ...pack.peerDependencies }).map(
    (name) => new RegExp(`^${name}(/|$)`),
  ),
];

/** Bundled into the one file that names it, and needed by nobody else. */
const MCP_PACKAGE = /^@modelcontextprotocol\//;

const TARGET = 'es2022';

/** Where the docs lie, for warnings that name them: relative as long as package.json has no `homepage`. */
const { homepage = '' } = pack as { homepage?: string };
const ADDRESS = { HOMEPAGE: JSON.stringify(homepage.replace(/[^/]$/, '$&/')) };

/** Dead branches of development builds fall away; there is no `process` in a browser. */
const PRODUCTION = { 'process.env.NODE_ENV': '"production"', ...ADDRESS };

/**
 * Asks V8 to compile the whole file while it still arrives, on another thread: nearly every function of the
 * first paint is called at once. Other engines read a comment.
 *
 * @see https://v8.dev/blog/explicit-compile-hints
 */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad';

// No hash: a release is known by its path, and random letters are what compresses worst.
const SMALL = {
  minify: true,
  comments: false,
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
};

const smallFile = (name: string, entry: string): EnvironmentOptions => ({
  consumer: 'client',
  define: PRODUCTION,
  build: {
    outDir: 'dist/cdn',
    emptyOutDir: false,
    target: TARGET,
    lib: { entry: { [name]: entry }, formats: ['es'] },
    rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: SMALL },
  },
});

/** What `vite build` makes, in this order. */
export const OUTPUTS: Record<string, EnvironmentOptions> = {
  /** For bundlers and Node: one module per source file, as the types beside them. */
  npm: {
    consumer: 'client',
    define: ADDRESS,
    build: {
      outDir: 'dist/npm',
      target: TARGET,
      minify: false,
      lib: { entry: ENTRIES, formats: ['es'] },
      rolldownOptions: {
        external: [...OUTSIDE, MCP_PACKAGE],
        output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
      },
    },
  },
  /** The official MCP server package, in place of the file that names it: a program that speaks MCP just works. */
  mcp: {
    consumer: 'server',
    // Its checker of schemas for Workers: a sixth of the other one, and it compiles no code.
    resolve: { noExternal: true, conditions: ['workerd', 'import', 'module', 'default'] },
    build: {
      outDir: 'dist/npm/mcp',
      emptyOutDir: false,
      target: TARGET,
      minify: true,
      lib: { entry: { sdk: 'src/mcp/sdk.ts' }, formats: ['es'] },
      license: { fileName: 'licenses.md' },
      rolldownOptions: {
        external: OUTSIDE,
        output: { comments: false, entryFileNames: '[name].js', codeSplitting: false },
      },
    },
  },
  /** For `<script type="module">`: everything inside; what the first paint does not need is loaded later. */
  cdn: {
    consumer: 'client',
    define: PRODUCTION,
    build: {
      outDir: 'dist/cdn',
      target: TARGET,
      lib: { entry: { 'limio-offers': 'src/define.ts' }, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          ...SMALL,
          postBanner: ({ name }) => (name === 'limio-offers' ? COMPILE_AT_ONCE : ''),
          // What the entry imports stays in it: another file would cost the first paint one more round trip.
          codeSplitting: {
            groups: [
              { name: 'limio-offers', test: /\/src\/define\.ts$/, priority: 1 },
              // For the same reason, what this part shares with an assisted checkout stays in it: a page with a
              // backend loads its offers first.
              { name: 'offers-controller', test: /\/src\/controllers\/offers-controller\.ts$/ },
            ],
          },
        },
      },
    },
  },
  /** For tag managers and old CMSs: one file without module syntax, but for what is a file of its own. */
  classic: {
    consumer: 'client',
    define: PRODUCTION,
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: TARGET,
      lib: { entry: { 'limio-offers.classic': 'src/define.ts' }, formats: ['iife'], name: 'limioOffers' },
      license: { fileName: 'licenses.md' },
      rolldownOptions: { output: { ...SMALL, intro: SCRIPT_ADDRESS } },
    },
  },
  // The name of an output may hold no dash.
  ...Object.fromEntries(
    Object.entries(SMALL_FILES).map(([name, entry]) => [name.replace('-', '_'), smallFile(name, entry)]),
  ),
};

/** The outputs that are files for script tags. */
export const SCRIPT_FILES = Object.keys(OUTPUTS).filter((name) => name !== 'npm');
