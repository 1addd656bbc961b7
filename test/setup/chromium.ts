// Brings a Chromium to test with: a bare machine needs Node and npm alone, and every machine tests with the same one.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type LaunchOptions } from 'playwright';
import { executable } from './on-path.ts';
import { SURROUNDINGS } from './surroundings.ts';

const require = createRequire(import.meta.url);

/** How to start a program: where it is, and the variables it needs beside those of this process. */
interface Program {
  executablePath: string;
  env?: Record<string, string>;
}

/**
 * How Playwright starts the Chromium of the tests.
 *
 * It is the one inside an npm package, whatever else the machine has; where that does not run (it is made for Linux
 * on x64), the one that Playwright downloads. `CHROME_PATH` names another.
 *
 * @throws where none starts.
 */
export async function chromiumOptions(): Promise<LaunchOptions> {
  const { CHROME_PATH: named } = process.env;
  const program = named ? { executablePath: named } : ((await packaged()) ?? downloaded());
  if (!executable(program.executablePath))
    throw new Error(`There is no Chromium at "${program.executablePath}". Set CHROME_PATH to one.`);
  return { ...program, env: { ...process.env, ...SURROUNDINGS, ...program.env } as Record<string, string> };
}

/** The headless shell that comes inside an npm package. */
async function packaged(): Promise<Program | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as {
    version: string;
  };
  const cache = join(dirname(require.resolve('vite/package.json')), '../.cache');
  const folder = join(cache, `chromium-${version}`);
  const executablePath = join(folder, 'chromium');
  if (!existsSync(executablePath)) await unpack(entry, cache, folder);
  // A bare Debian lacks NSS; the package carries that too.
  const env = { LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  return [{ executablePath }, { executablePath, env }].find(starts);
}

// Unpacked aside and then renamed, so that two runs at once cannot meet a half-written program.
async function unpack(entry: string, cache: string, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(join(cache, 'unpack-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = aside;
  try {
    const { default: pack, inflate } = (await import(
      /* @vite-ignore */
      pathToFileURL(entry).href
    )) as typeof import('@sparticuz/chromium');
    await pack.executablePath();
    await inflate(join(dirname(entry), '../bin/al2023.tar.br'));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
  if (!existsSync(folder)) renameSync(aside, folder);
}

const starts = ({ executablePath, env }: Program): boolean =>
  spawnSync(executablePath, ['--version'], {
    timeout: 20_000,
    env: { ...process.env, ...env },
    stdio: 'ignore',
  }).status === 0;

function downloaded(): Program {
  const executablePath = chromium.executablePath();
  if (!executable(executablePath)) {
    const cli = join(dirname(require.resolve('playwright/package.json')), 'cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], {
      stdio: ['ignore', 2, 2],
      timeout: 300_000,
    });
  }
  return { executablePath };
}
