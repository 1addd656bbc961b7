import { readdirSync } from 'node:fs';
import type { EnvironmentOptions } from 'vite';
import pack from '../package.json' with { type: 'json' };
import { billOfMaterials } from './bill-of-materials.ts';
import { CLASSIC_PARTS, SCRIPT_ADDRESS } from './files-apart.ts';
import { SCRIPT_GROUPS } from './script-groups.ts';
import { SHARED_ERRORS } from './shared-files.ts';

/** Entries that run on a server: the packages they need are inside. */
export const BACKEND_ENTRIES = ['server', 'limio', 'cli', 'html'];

/** What pages around the element import; the other files of these folders serve them. */
const AROUND = [
  ...[
    'agent-tools',
    'analytics',
    'hubspot',
    'intercom',
    'qualified',
    'recaptcha',
    'salesforce',
    'turnstile',
  ].map((name) => `src/integrations/${name}.ts`),
  ...['bridge', 'frame', 'parent-page'].map((name) => `src/frames/${name}.ts`),
];

/** Each file at the top of `src` is an entry of the package, and so is what pages around the element import. */
const ENTRIES = [
  ...readdirSync('src')
    .filter((file) => file.endsWith('.ts') && !BACKEND_ENTRIES.includes(file.replace('.ts', '')))
    .map((file) => `src/${file}`),
  ...AROUND,
  SHARED_ERRORS,
];

/** Small files for script tags and for the element, each whole in itself. Blockers refuse what is called analytics. */
const SMALL_FILES = {
  'agent-tools': 'src/integrations/agent-tools.ts',
  bridge: 'src/frames/bridge-start.ts',
  embed: 'src/frames/embed.ts',
  hubspot: 'src/integrations/hubspot.ts',
  intercom: 'src/integrations/intercom.ts',
  measure: 'src/integrations/analytics.ts',
  'page-data': 'src/element/structured-data/page-data.ts',
  qualified: 'src/integrations/qualified.ts',
  recaptcha: 'src/integrations/recaptcha.ts',
  salesforce: 'src/integrations/salesforce.ts',
  turnstile: 'src/integrations/turnstile.ts',
};

const asImports = (packages: object): RegExp[] =>
  Object.keys(packages).map((name) => new RegExp(`^${name}(/|$)`));

/** What users install stays an import. */
const OUTSIDE = asImports({ ...pack.dependencies, ...pack.peerDependencies });

/** A server needs no Lit, which draws; see `litOnServers`. */
const OUTSIDE_OF_SERVERS = asImports(pack.peerDependencies);

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
        external: OUTSIDE,
        output: { preserveModules: true, preserveModulesRoot: 'src', entryFileNames: '[name].js' },
      },
    },
  },
  /** For servers: few files, which start faster, with all packages inside; what is off is not loaded. */
  backend: {
    consumer: 'client',
    define: ADDRESS,
    // The form of a package that needs nothing of Node and compiles no code, where it has one by name; `main` is
    // what Node gets.
    resolve: { conditions: ['workerd', 'browser', 'module'], mainFields: ['module', 'main'] },
    build: {
      outDir: 'dist/npm',
      emptyOutDir: false,
      target: TARGET,
      minify: false,
      license: { fileName: 'licenses.md' },
      lib: {
        entry: Object.fromEntries(BACKEND_ENTRIES.map((name) => [name, `src/${name}.ts`])),
        formats: ['es'],
      },
      rolldownOptions: {
        external: OUTSIDE_OF_SERVERS,
        plugins: [billOfMaterials()],
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'backend/[name].js',
          comments: false,
          // What all of them stand on is one file. What people write on pages is read by the doctor alone.
          codeSplitting: {
            groups: [
              { name: 'core', test: /\/src\/(core|catalog)\/(?!.*(written|read-any|mended|-signs|-words))/ },
            ],
          },
        },
      },
    },
  },
  /** The view of an MCP App: the element, without what a view has no use for. */
  app: {
    consumer: 'client',
    define: { ...PRODUCTION, ...ADDRESS },
    build: {
      outDir: 'dist/npm/mcp',
      emptyOutDir: false,
      target: TARGET,
      lib: { entry: { view: 'src/mcp-app/view.ts' }, formats: ['iife'], name: 'limioOffersView' },
      rolldownOptions: { output: SMALL },
    },
  },
  /** For `<script type="module">`: everything inside; what the first paint does not need is loaded later. */
  cdn: {
    consumer: 'client',
    define: PRODUCTION,
    build: {
      outDir: 'dist/cdn',
      target: TARGET,
      lib: {
        entry: {
          'limio-offers': 'src/define.ts',
          'limio-plan': 'src/define-plan.ts',
          // No page names these. As entries they keep their exports beside what others take from their files; see SCRIPT_GROUPS.
          extras: 'src/element/templates/extras.ts',
          'offers-controller': 'src/controllers/offers-controller.ts',
        },
        formats: ['es'],
      },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        output: {
          ...SMALL,
          postBanner: ({ name }) => (name === 'limio-offers' ? COMPILE_AT_ONCE : ''),
          codeSplitting: { groups: SCRIPT_GROUPS },
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
  /** The same for changes of plan; it holds what it shares with the other one. */
  plan_classic: {
    consumer: 'client',
    define: PRODUCTION,
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: TARGET,
      lib: { entry: { 'limio-plan.classic': 'src/define-plan.ts' }, formats: ['iife'], name: 'limioPlan' },
      rolldownOptions: { output: SMALL },
    },
  },
  /** What only some pages need beside the classic file. */
  classicParts: {
    consumer: 'client',
    define: PRODUCTION,
    build: {
      outDir: 'dist/cdn',
      emptyOutDir: false,
      target: TARGET,
      lib: { entry: { ...CLASSIC_PARTS }, formats: ['es'] },
      rolldownOptions: {
        preserveEntrySignatures: 'allow-extension',
        // What several of them share is one file, not one for each pair.
        output: { ...SMALL, codeSplitting: { groups: [{ name: 'classic-shared', minShareCount: 2 }] } },
      },
    },
  },
  // The name of an output may hold no dash.
  ...Object.fromEntries(
    Object.entries(SMALL_FILES).map(([name, entry]) => [name.replace('-', '_'), smallFile(name, entry)]),
  ),
};

/** The outputs for those who install the package. */
const INSTALLED = ['npm', 'backend', 'app'];

/** The outputs that are files for script tags. */
export const SCRIPT_FILES = Object.keys(OUTPUTS).filter((name) => !INSTALLED.includes(name));
