import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of a user's. */
export interface Folder {
  path: string;
  remove(): void;
}

/** Packs the built package as npm does; gives the path of the file in a folder. */
export function packTo(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const words = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder];
  const [{ filename }] = JSON.parse(
    execFileSync('npm', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  ) as [{ filename: string }];
  return join(folder, filename);
}

/** Unpacks such a file into a folder, in place of what was there. */
export function unpack(tarball: string, folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
}

/** Makes a folder with the built package in it, and no other package at all. */
export function folderWithPackage(): Folder {
  const path = mkdtempSync(join(tmpdir(), 'limio-offers-alone-'));
  unpack(packTo(path), join(path, 'node_modules/limio-offers'));
  writeFileSync(
    join(path, 'package.json'),
    JSON.stringify({ type: 'module', dependencies: { 'limio-offers': '*' } }),
  );
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
