import { readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join } from 'node:path';
import { parseSync } from 'vite';
import { expect, test } from 'vitest';
import pack from '../../package.json' with { type: 'json' };

const isOfNode = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

/** What a built file imports, at once or later, and what its types take from elsewhere. */
function importsOf(file: string): string[] {
  const code = readFileSync(file, 'utf8');
  const { staticImports, staticExports, dynamicImports } = parseSync(file, code).module;
  return [
    ...staticImports.map(({ moduleRequest }) => moduleRequest.value),
    ...staticExports.flatMap(({ entries }) => entries.flatMap((entry) => entry.moduleRequest?.value ?? [])),
    ...dynamicImports.map(({ moduleRequest }) => code.slice(moduleRequest.start + 1, moduleRequest.end - 1)),
  ];
}

/** Every package that a built file imports, by itself or through others. */
function packagesOf(file: string, packages = new Set<string>(), seen = new Set<string>()): string[] {
  if (!seen.has(file)) {
    seen.add(file);
    const ending = /(\.d)?\.ts$|\.js$/.exec(file)![0];
    for (const name of importsOf(file))
      if (name.startsWith('.'))
        packagesOf(join(dirname(file), name.replace(/\.[jt]s$/, ending)), packages, seen);
      else packages.add(isOfNode(name) ? 'node' : name.match(/^(@[^/]+\/)?[^/]+/)![0]);
  }
  return [...packages].sort();
}

// prettier-ignore
const entries: Array<[entry: string, packages: string[]]> = [
  ['index',  ['lit']],
  ['define', ['lit']],
  ['plan',   ['lit']],
  ['define-plan', ['lit']],
  ['link',   []],
  ['say',    []],
  ['html',   []],
  ['json-ld', []],
  ['limio',  []],
  ['server', []],
  ['cli',    ['node', 'redis']],
];
test.for(entries)('%s pulls in no package but %j', ([entry, packages]) => {
  expect(packagesOf(`dist/npm/${entry}.js`)).toEqual(packages.toSorted());
});

const named = Object.values(pack.exports).flatMap((to) => (typeof to === 'object' ? [to] : []));
const typed = named.filter((to) => to.types.startsWith('./dist/npm/')).map(({ types }) => types);
test.for(typed)('the types of %s name no package that is not installed', (types) => {
  const installed = Object.keys(pack.dependencies);
  expect(packagesOf(types).filter((name) => !installed.includes(name))).toEqual([]);
});

test('what the package installs is Lit', () => {
  expect(Object.keys(pack.dependencies)).toEqual(['lit']);
  expect(pack.peerDependenciesMeta).toEqual(mapOf(Object.keys(pack.peerDependencies), { optional: true }));
});

const mapOf = <T>(names: readonly string[], value: T) =>
  Object.fromEntries(names.map((name) => [name, value]));

/** The files that are read when a file is imported; what is loaded later is not among them. */
function filesOf(file: string, files = new Set<string>()): Set<string> {
  if (files.has(file)) return files;
  files.add(file);
  for (const { moduleRequest } of parseSync(file, readFileSync(file, 'utf8')).module.staticImports)
    if (moduleRequest.value.startsWith('.')) filesOf(join(dirname(file), moduleRequest.value), files);
  return files;
}

/** Packages that sources import, by themselves or through others: those that are read at once, and those that are read later. */
function packagesIn(
  file: string,
  isLater = false,
  seen = new Map<string, boolean>(),
  found = new Map<string, boolean>(),
) {
  if (seen.has(file) && (isLater || !seen.get(file))) return found;
  seen.set(file, isLater);
  const { program } = parseSync(file, readFileSync(file, 'utf8'));
  const visit = (name: string, later: boolean) => {
    if (name.startsWith('.')) return void packagesIn(join(dirname(file), name), later, seen, found);
    const owner = isOfNode(name) ? 'node' : name.match(/^(@[^/]+\/)?[^/]+/)![0];
    found.set(owner, (found.get(owner) ?? true) && later);
  };
  const walk = (node: unknown): void => {
    if (!node || typeof node !== 'object') return;
    const { type, source, importKind, exportKind } = node as Record<string, unknown>;
    // A type is nothing that is read.
    if (String(type).startsWith('TSImport')) return;
    const name = (source as { value?: unknown } | undefined)?.value;
    const isType = importKind === 'type' || exportKind === 'type';
    if (typeof name === 'string' && !isType) visit(name, isLater || type === 'ImportExpression');
    for (const value of Object.values(node)) walk(value);
  };
  walk(program);
  return found;
}

// prettier-ignore
const inside: Array<[entry: string, atOnce: string[], later: string[]]> = [
  ['limio',  ['oauth4webapi', 'zod'], ['cockatiel']],
  ['server', ['@noble/hashes', 'hono', 'ipaddr.js', 'lru-cache', 'oauth4webapi', 'standardwebhooks', 'zod'], ['@modelcontextprotocol/server', 'cockatiel', 'jose']],
];
test.for(inside)(
  '%s is made of these packages, and those that are off are not read',
  ([entry, atOnce, later]) => {
    const found = [...packagesIn(`src/${entry}.ts`)];
    const names = (isLater: boolean) =>
      found
        .filter(([, late]) => late === isLater)
        .map(([name]) => name)
        .sort();
    expect([names(false), names(true)]).toEqual([atOnce, later]);
  },
);

test('the command reads metrics, Redis, agents and what checks pages only where they are wanted', () => {
  const later = [...packagesIn('src/cli.ts')].filter(([, isLater]) => isLater).map(([name]) => name);
  expect(later).toEqual(
    expect.arrayContaining(['@modelcontextprotocol/server', 'cockatiel', 'jose', 'prom-client', 'redis']),
  );
});

test('a backend starts from few files, without what speaks with agents', () => {
  const files = [...filesOf('dist/npm/server.js')];
  expect(files.length).toBeLessThan(25);
  // So much takes Node some 40 ms of processor time to load; `npm run bench -- cold` measures it.
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  expect(bytes).toBeLessThan(640_000);
  expect(files.filter((file) => /mcp|serve-stdio/.test(file))).toEqual([]);
});
