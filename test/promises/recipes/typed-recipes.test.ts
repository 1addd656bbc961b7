import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import pack from '../../../package.json' with { type: 'json' };
import { blocksIn } from './blocks.ts';

const examples = blocksIn('js', 'ts', 'tsx');

/** Where a package of ours or of others is, for files that lie outside of the repository. */
const paths = {
  ...Object.fromEntries(
    Object.entries(pack.exports).flatMap(([entry, target]) =>
      typeof target === 'object' ? [[entry.replace('.', pack.name), [resolve(target.types)]]] : [],
    ),
  ),
  'react/*': [resolve('node_modules/@types/react/*')],
  redis: [resolve('node_modules/redis')],
  standardwebhooks: [resolve('node_modules/standardwebhooks')],
};

const compilerOptions = {
  target: 'ES2022',
  module: 'ESNext',
  moduleResolution: 'bundler',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
  typeRoots: [resolve('node_modules/@types')],
  types: ['node'],
  jsx: 'react-jsx',
  strict: true,
  noImplicitAny: false,
  skipLibCheck: true,
  moduleDetection: 'force',
  noEmit: true,
  paths,
};

/** What the type checker says about examples, by the place of each. */
function complaints(): Map<string, string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'recipes-'));
  try {
    copyFileSync('test/promises/recipes/given.d.ts', join(folder, 'given.d.ts'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
    examples.forEach(({ code }, index) => writeFileSync(join(folder, `example${index}.tsx`), code));
    const { stdout } = spawnSync(resolve('node_modules/.bin/tsc'), ['-p', '.'], {
      cwd: folder,
      encoding: 'utf8',
    });
    const lines = stdout.split('\n').filter((line) => /^\S/.test(line));
    return new Map([
      ...examples.map(({ place }, index): [string, string[]] => [
        place,
        lines.filter((line) => line.startsWith(`example${index}.`)),
      ]),
      ['elsewhere', lines.filter((line) => !line.startsWith('example'))],
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const found = complaints();

test.for([...examples.map(({ place }) => place), 'elsewhere'])('%s has the types of the package', (place) => {
  expect(found.get(place)).toEqual([]);
});
