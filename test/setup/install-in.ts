import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Installs the packages that the lock file of a folder names, unless they are there. */
export function installIn(folder: URL): void {
  const cwd = fileURLToPath(folder);
  if (existsSync(`${cwd}node_modules/.package-lock.json`)) return;
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', words, { cwd, stdio: 'inherit' });
}
