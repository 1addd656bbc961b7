import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Installs the style sheets where they are missing. */
export default function install(): void {
  if (existsSync(`${HERE}node_modules/.package-lock.json`)) return;
  const words = ['ci', '--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', words, { cwd: HERE, stdio: 'inherit' });
}
