// Finds a Chromium to test with, and gets one as the last resort: a bare machine needs Node and npm alone.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright';
import { executable, onPath } from './on-path.ts';

const require = createRequire(import.meta.url);

/** Each way to a browser, the cheapest first; an empty answer means "not this way". */
const WAYS = { installed, managed, packaged, apt, download };

/**
 * Path of a Chromium that starts.
 *
 * `CHROME_PATH` names one; `CHROME_FROM=packaged,apt` restricts the ways.
 */
export async function findChromium(): Promise<string> {
  const { CHROME_PATH: named, CHROME_FROM: only } = process.env;
  if (named) return executable(named) || fail(`CHROME_PATH is ${named}, which is not a program.`);
  for (const [name, way] of Object.entries(WAYS)) {
    const path = only && !only.split(',').includes(name) ? '' : await way();
    if (path) return path;
  }
  return fail('No Chromium found. Set CHROME_PATH, or install Chrome or Chromium.');
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

function installed(): string {
  const { PROGRAMFILES, 'PROGRAMFILES(X86)': X86, LOCALAPPDATA } = process.env;
  const apps =
    process.platform === 'darwin'
      ? ['/Applications', join(homedir(), 'Applications')].flatMap((folder) =>
          ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
            (n) => `${folder}/${n}.app/Contents/MacOS/${n}`,
          ),
        )
      : [PROGRAMFILES, X86, LOCALAPPDATA]
          .filter((folder) => folder !== undefined)
          .flatMap((folder) => [
            join(folder, 'Google/Chrome/Application/chrome.exe'),
            join(folder, 'Microsoft/Edge/Application/msedge.exe'),
          ]);
  return (
    apps.find(executable) ??
    onPath('google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'chrome')
  );
}

function managed(): string {
  return executable(chromium.executablePath());
}

/** The headless shell that comes inside an npm package, for Linux on x64. */
async function packaged(): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return '';
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(readFileSync(join(dirname(entry), '../package.json'), 'utf8')) as {
    version: string;
  };
  const cache = join(dirname(require.resolve('vite/package.json')), '../.cache');
  const folder = join(cache, `chromium-${version}`);
  const program = join(folder, 'chromium');
  if (!existsSync(program)) await unpack(entry, cache, folder);
  if (starts(program)) return program;
  // A bare Debian lacks NSS; the package carries that too.
  const libraries = { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') };
  if (!starts(program, libraries)) return '';
  Object.assign(process.env, libraries);
  return program;
}

// Unpacked aside and then renamed, so that two runs at once cannot meet a half-written program.
async function unpack(entry: string, cache: string, folder: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const aside = mkdtempSync(join(cache, 'unpack-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = aside;
  try {
    const { default: pack, inflate } = (await import(
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

const starts = (program: string, env = {}): boolean =>
  spawnSync(program, ['--version'], { timeout: 20_000, env: { ...process.env, ...env }, stdio: 'ignore' })
    .status === 0;

function apt(): string {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !onPath('apt-get')) return '';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const run = (...words: string[]) =>
    spawnSync('apt-get', words, { stdio: ['ignore', 2, 2], env }).status === 0;
  run('update');
  return run('install', '-y', '--no-install-recommends', 'chromium') ? onPath('chromium') : '';
}

function download(): string {
  const cli = join(dirname(require.resolve('playwright/package.json')), 'cli.js');
  const words = [cli, 'install', 'chromium'];
  const done = spawnSync(process.execPath, words, { stdio: ['ignore', 2, 2], timeout: 300_000 }).status === 0;
  return done ? managed() : '';
}
