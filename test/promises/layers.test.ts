import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder may import beside its own files: other folders of ours, and packages by name. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  'src/core': [],
  'src/locales': ['src/core'],
  'src/contract': ['src/core', 'zod/mini'],
  'src/catalog': ['src/core', 'src/contract', 'zod/mini'],
  'src/controllers': ['src/core', 'src/contract', 'src/catalog', 'lit'],
  'src/element': [
    ...['src/core', 'src/locales', 'src/contract', 'src/catalog', 'src/controllers', 'src/integrations'],
    ...['src/element/attributes', 'src/structured-data', 'lit'],
  ],
  // The table of attributes, which others than the element may read.
  'src/element/attributes': ['src/core', 'src/locales', 'src/contract', 'lit'],
  'src/agent': ['src/core', 'src/contract', 'src/locales', 'zod/mini'],
  'src/mcp': ['src/core', 'src/contract', 'src/agent', 'zod/mini', '@modelcontextprotocol/server'],
  // Can be dropped: nothing but one file of routes knows it.
  'src/ucp': ['src/core', 'src/agent', 'src/mcp', 'zod/mini'],
  // Can be dropped: nothing but one file of routes knows it.
  'src/discovery': ['src/core'],
  'src/mcp-app': ['src/core', 'src/agent', 'src/element'],
  // Offers as search engines read them.
  'src/structured-data': ['src/core', 'src/catalog'],
  // The element's templates, printed: nothing here runs in a page.
  'src/html': [
    'src/core',
    'src/catalog',
    'src/locales',
    'src/agent',
    'src/element',
    'src/element/attributes',
    'lit',
  ],
  'src/integrations': ['src/core', 'src/contract', 'src/agent'],
  // The address of an embed page has the keys of the element's attributes.
  'src/frames': ['src/core', 'src/element/attributes'],
  'src/limio': ['src/core', 'src/contract', 'src/catalog', 'zod/mini', 'cockatiel', 'oauth4webapi'],
  'src/server': [
    ...[
      'src/core',
      'src/contract',
      'src/catalog',
      'src/limio',
      'src/agent',
      'src/mcp',
      'src/ucp',
      'src/discovery',
      'zod/mini',
    ],
    ...['@noble/hashes', 'hono', 'ipaddr.js', 'jose', 'lru-cache', 'standardwebhooks'],
  ],
  // The only place that knows Node; whoever wants Redis installs it.
  'src/server/node': [
    ...['src/core', 'src/limio', 'src/server', 'zod/mini', 'node'],
    ...['@hono/node-server', 'close-with-grace', 'pino', 'prom-client', 'redis'],
  ],
  // What is wrong with a page: pure, for the command and for the playground.
  'src/doctor': ['src/core', 'src/catalog', 'src/element/attributes', 'src/frames', 'parse5'],
  'src/commands': [
    'src/html',
    'src/structured-data',
    'src/core',
    'src/doctor',
    'src/catalog',
    'src/agent',
    'src/mcp',
    'src/limio',
    'src/server',
    'src/server/node',
    'node',
    'ipaddr.js',
    'uqr',
  ],
  // Entries of the package: no logic of their own.
  src: [
    'src/core',
    'src/contract',
    'src/agent',
    'src/commands',
    'src/catalog',
    'src/element',
    'src/frames',
    'src/html',
    'src/limio',
    'src/server',
    'src/structured-data',
  ],
};

const IMPORT = /\b(?:from\s+|import\s*\(?\s*)'([^'\n]+)'/g;

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => join('src', file));

/** The row of the table that a file or a folder belongs to: the longest that fits. */
const layerOf = (path: string): string =>
  Object.keys(MAY_IMPORT)
    .filter((layer) => `${path}/`.startsWith(`${layer}/`) && (layer !== 'src' || dirname(path) === 'src'))
    .sort((a, b) => b.length - a.length)[0] ?? `unknown folder ${dirname(path)}`;

const packageOf = (name: string): string =>
  name.startsWith('node:') ? 'node' : name.startsWith('zod') ? name : name.match(/^(@[^/]+\/)?[^/]+/)![0];

/** What a file imports, as it is written there. */
function namesIn(path: string): string[] {
  const code = readFileSync(path, 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
  return [...code.matchAll(IMPORT)].map(([, name = '']) => name);
}

const importsOf = (path: string): string[] =>
  namesIn(path).map((name) =>
    name.startsWith('.') ? layerOf(relative('.', join(dirname(path), name))) : packageOf(name),
  );

test.for(sources)('%s imports only what its folder may', (path) => {
  const layer = layerOf(path);
  const allowed = MAY_IMPORT[layer];
  expect(allowed, `${path}: give its folder a row`).toBeDefined();
  expect(importsOf(path).filter((name) => name !== layer && !allowed!.includes(name))).toEqual([]);
});

/** The files that a file imports, at once or later, for their code or for their types alone. */
const filesOf = new Map(
  sources.map((path) => [
    path,
    namesIn(path)
      .filter((name) => name.startsWith('.') && name.endsWith('.ts'))
      .map((name) => join(dirname(path), name)),
  ]),
);

/** All that a file imports, by way of others, too. */
function reached(path: string): Set<string> {
  const found = new Set(filesOf.get(path));
  for (const file of found) for (const next of filesOf.get(file) ?? []) found.add(next);
  return found;
}

test('the element and the server never meet, not even through others', () => {
  const meets = (folder: string, other: string) =>
    sources
      .filter((path) => path.startsWith(folder))
      .filter((path) => [...reached(path)].some((file) => file.startsWith(other)));
  expect(meets('src/element/', 'src/server/')).toEqual([]);
  expect(meets('src/element/', 'src/limio/')).toEqual([]);
  expect(meets('src/server/', 'src/element/')).toEqual([]);
});

test('no file is reached from itself, not even through types', () => {
  expect(sources.filter((path) => reached(path).has(path))).toEqual([]);
});
