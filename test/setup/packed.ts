import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a user's. */
export interface Folder {
  path: string;
  remove(): void;
}

/** Makes a folder with the built package in it, as `npm pack` wraps it, and no other package at all. */
export function folderWithPackage(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'limio-offers-alone-'));
  const installed = join(path, 'node_modules/limio-offers');
  mkdirSync(installed, { recursive: true });
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', path];
  const [{ filename }] = JSON.parse(
    execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as [{ filename: string }];
  execFileSync('tar', ['-xzf', join(path, filename), '-C', installed, '--strip-components=1']);
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { 'limio-offers': '*' } }),
  );
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
