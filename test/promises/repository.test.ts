import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { VERSION } from '../../src/core/version.ts';
import lock from '../../package-lock.json' with { type: 'json' };
import pack from '../../package.json' with { type: 'json' };
import { FOLDERS } from '../setup/projects.ts';

/** Made by a tool, and no part of what is kept. */
const MADE = ['.astro', '.git', 'coverage', 'dist', 'next-env.d.ts', 'node_modules', 'release'];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !MADE.includes(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? filesIn(path) : entry.isFile() ? [path] : [];
    });

const files = filesIn('.');

const texts = files
  .filter((file) => !/\.(png|jpe?g|webp|ico|woff2?|tgz)$/.test(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

test('no file is longer than 250 lines', () => {
  const long = texts
    .filter(({ file }) => /^(src|demo|test|build)\/.*\.(ts|tsx|css|html)$/.test(file))
    .map(({ file, text }) => ({ file, lines: text.split('\n').length - 1 }))
    .filter(({ lines }) => lines > 250);
  expect(long).toEqual([]);
});

// prettier-ignore
const drawers = ['utils', 'util', 'helpers', 'helper', 'misc', 'common', 'types'];

test('no file is a drawer', () => {
  const names = files.filter((file) => /^(src|demo|test|build)\//.test(file));
  expect(names.filter((file) => drawers.some((name) => file.endsWith(`/${name}.ts`)))).toEqual([]);
  expect(names.filter((file) => file.endsWith('/index.ts'))).toEqual(['src/index.ts']);
});

test('every folder of tests is run by a project', () => {
  const tests = files.filter((file) => /^test\/.*\.test\.ts$/.test(file)).map((file) => file.split('/')[1]!);
  const run = [
    ...Object.values(FOLDERS).flat(),
    'agents',
    'editors',
    'frameworks',
    'older-tools',
    'real-pages',
    'runtimes',
  ].sort();
  expect([...new Set(tests)].sort()).toEqual(run);
});

test('no file names a place on somebody’s machine', () => {
  const place = /(^|[\s'"`(=])(\/(home|root|tmp|Users|work)\/\w|[A-Z]:\\\\?Users)/m;
  expect(texts.filter(({ text }) => place.test(text)).map(({ file }) => file)).toEqual([]);
});

interface Locked {
  integrity?: string;
  resolved?: string;
  /** A folder of the repository itself. */
  link?: boolean;
}

const locks = files
  .filter((file) => basename(file) === 'package-lock.json')
  .map((file) => {
    const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
    const others = Object.entries(packages).filter(
      ([name, { link }]) => /(^|\/)node_modules\//.test(name) && !link,
    );
    return [file, others] as const;
  });

test.for(locks)('%s names no registry', ([, others]) => {
  expect(others.filter(([, { resolved }]) => resolved)).toEqual([]);
});

test.for(locks)('every package in %s can be checked against a hash', ([, others]) => {
  expect(others.length).toBeGreaterThan(0);
  expect(others.filter(([, { integrity }]) => !integrity).map(([name]) => name)).toEqual([]);
});

test('the source knows its own version', () => {
  expect(VERSION).toBe(pack.version);
  expect(lock.version).toBe(pack.version);
  expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`## [${pack.version}]`);
});

// prettier-ignore
const floors: [name: keyof typeof pack.devDependencies, least: string, why: string][] = [
  ['hono', '4.12.34', 'older releases let a client past the body limit and CORS'],
];

test.for(floors)('%s is at least %s: %s', ([name, least]) => {
  const { version } = lock.packages[`node_modules/${name}` as keyof typeof lock.packages] as {
    version: string;
  };
  const rank = (release: string) => release.split('.').reduce((sum, part) => sum * 1000 + Number(part), 0);
  expect(rank(version)).toBeGreaterThanOrEqual(rank(least));
});
