import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { createBuilder } from 'vite';
import { afterEach, expect, test, vi } from 'vitest';
import { SCRIPT_FILES } from '../../build/outputs.ts';
import pack from '../../package.json' with { type: 'json' };
import { scriptFiles } from '../setup/script-files.ts';

afterEach(() => vi.unstubAllEnvs());

const [{ files }] = JSON.parse(
  execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }),
) as [{ files: { path: string; size: number }[] }];

/** All that a user has a use for. */
const WANTED = [
  /^(package\.json|README\.md|LICENSE|CHANGELOG\.md|SECURITY\.md)$/,
  /^docs\/[\w./-]+\.md$/,
  /^dist\/npm\/[\w./-]+\.(js|d\.ts)$/,
  /^dist\/cdn\/[\w.-]+\.(js|css)$/,
  /^dist\/npm\/(licenses\.md|sbom\.json)$/,
  /^dist\/cdn\/(embed\.html|integrity\.json|licenses\.md)$/,
  /^dist\/(jsx|svelte|vue)\.d\.ts$/,
  /^dist\/(custom-elements|vscode\.(html|css)-custom-data|web-types)\.json$/,
];

test('the package holds what users need, and nothing else', () => {
  const paths = files.map(({ path }) => path);
  expect(paths.filter((path) => !WANTED.some((form) => form.test(path)))).toEqual([]);
  expect(WANTED.filter((form) => !paths.some((path) => form.test(path)))).toEqual([]);
});

test('every link of a document in the package leads to one in it', () => {
  const paths = files.map(({ path }) => path);
  const links = paths
    .filter((path) => path.endsWith('.md') && !path.endsWith('licenses.md'))
    .flatMap((path) =>
      [...readFileSync(path, 'utf8').matchAll(/\]\(([\w./-]+)(?=[#)])/g)].map(([, to]) =>
        join(dirname(path), to!),
      ),
    );
  expect(links.length).toBeGreaterThan(100);
  // What is not in it is for whoever works on it.
  const work = /^(CONTRIBUTING\.md$|demo\/|docs\/(decisions\/|benchmarks\.md|load-curves\.md))/;
  const outside = links.filter((to) => !paths.includes(to) && !work.test(to));
  expect(outside).toEqual([]);
});

test('the package is small enough to install without a thought', () => {
  // Half of it is what a backend needs, which would else be 29 packages of 12 MB; 0.3 MB read HTML for the doctor, 0.7 MB
  // are types and documents.
  expect(files.reduce((bytes, { size }) => bytes + size, 0)).toBeLessThan(4_050_000);
});

test('publint finds nothing', async () => {
  const { messages } = await publint({ pkgDir: '.', strict: true });
  expect(messages.map((message) => formatMessage(message, pack, { color: false }))).toEqual([]);
});

test('every entry and its types resolve', () => {
  const words = ['--pack', '.', '--profile', 'esm-only', '--no-color', '--no-emoji'];
  const { status, stdout } = spawnSync('node_modules/.bin/attw', words, { encoding: 'utf8' });
  expect(status, stdout).toBe(0);
});

test('building again makes the same files', async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const names = SCRIPT_FILES;
  const unwritten = Object.fromEntries(names.map((name) => [name, { build: { write: false } }]));
  const builder = await createBuilder({ logLevel: 'silent', environments: unwritten });
  const again: [file: string, code: string][] = [];
  for (const name of names) {
    const made = (await builder.build(builder.environments[name]!)) as { output: Output[] }[];
    for (const { fileName, code } of made.flatMap(({ output }) => output))
      if (code) again.push([fileName, code]);
  }
  expect(hashes(again)).toEqual(hashes([...scriptFiles()]));
});

interface Output {
  fileName: string;
  code?: string;
}

const hashes = (files: readonly [string, string][]): string[] =>
  files.map(([file, code]) => `${createHash('sha256').update(code).digest('hex')}  ${file}`).sort();
