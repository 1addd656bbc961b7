import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** WordPress, what it takes from other packages, and its theme. Nothing else they depend on is needed. */
const PACKAGES = [
  'wordpress',
  'wordpress-theme-twentytwentythree',
  'libjs-cropper',
  'libjs-underscore',
  'php-getid3',
];

/** Where packages are unpacked; installed, they would bring a web server along and start it. */
const CACHE = resolve('node_modules/.cache');

/**
 * Folder of a WordPress as Debian ships it, never to be changed. It is fetched once, by `apt-get download`.
 *
 * `WORDPRESS_PATH` names another one.
 *
 * @throws where none can be had
 */
export function wordpressFiles(): string {
  const named = process.env['WORDPRESS_PATH'];
  const root = join(CACHE, 'wordpress');
  const folder = named ?? join(root, 'usr/share/wordpress');
  if (!named && !existsSync(root)) unpack(root);
  if (existsSync(join(folder, 'wp-load.php'))) return folder;
  throw new Error(`There is no WordPress in ${folder}. Set WORDPRESS_PATH, or remove the folder.`);
}

// Unpacked aside and then renamed, so that two runs at once cannot meet a half-written folder.
function unpack(root: string): void {
  mkdirSync(CACHE, { recursive: true });
  const aside = mkdtempSync(join(CACHE, 'unpack-'));
  try {
    if (!run(aside, 'apt-get', 'download', '-q', ...PACKAGES)) {
      // A fresh machine does not know what there is.
      run(aside, 'apt-get', 'update', '-q');
      if (!run(aside, 'apt-get', 'download', '-q', ...PACKAGES))
        throw new Error(`apt-get cannot download ${PACKAGES.join(' ')}. Set WORDPRESS_PATH.`);
    }
    for (const file of readdirSync(aside).filter((name) => name.endsWith('.deb')))
      if (!run(aside, 'dpkg-deb', '-x', file, 'root')) throw new Error(`${file} cannot be unpacked.`);
    if (!existsSync(root)) renameSync(join(aside, 'root'), root);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const run = (cwd: string, program: string, ...words: string[]): boolean =>
  spawnSync(program, words, { cwd, stdio: 'ignore', timeout: 300_000 }).status === 0;
