import { readFileSync } from 'node:fs';
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

test('a backend starts from few files, without what speaks with agents', () => {
  const files = [...filesOf('dist/npm/server.js')];
  expect(files.length).toBeLessThan(15);
  expect(files.filter((file) => /mcp|serve-stdio/.test(file))).toEqual([]);
});
