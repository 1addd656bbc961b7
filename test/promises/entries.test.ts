import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']/g;

/** Every package that a built file imports, at once or later, by itself or through others. */
function packagesOf(file: string, packages = new Set<string>(), seen = new Set<string>()): string[] {
  if (!seen.has(file)) {
    seen.add(file);
    const code = readFileSync(file, 'utf8').replace(/\/\*[^]*?\*\//g, '');
    for (const [, name = ''] of code.matchAll(IMPORT))
      if (name.startsWith('.')) packagesOf(join(dirname(file), name), packages, seen);
      else packages.add(name.startsWith('node:') ? 'node' : name.match(/^(@[^/]+\/)?[^/]+/)![0]);
  }
  return [...packages].sort();
}

const SERVER = ['cockatiel', 'hono', 'ipaddr.js', 'jose', 'lru-cache', 'oauth4webapi', 'zod'];

// prettier-ignore
const entries: Array<[entry: string, packages: string[]]> = [
  ['index',  ['lit']],
  ['define', ['lit']],
  ['link',   []],
  ['server', SERVER],
  ['cli',    [...SERVER, '@hono/node-server', 'close-with-grace', 'node', 'pino', 'redis']],
];
test.for(entries)('%s pulls in no package but %j', ([entry, packages]) => {
  expect(packagesOf(`dist/npm/${entry}.js`)).toEqual(packages.toSorted());
});
