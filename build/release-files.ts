import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { build, type Rolldown } from 'vite';
import { CATALOGUE } from '../demo/sandbox/items/catalogue.ts';
import { VERSION } from '../src/core/version.ts';
import { notesOf } from './version.ts';

/** Files of a folder that is zipped, by path. */
type Files = Record<string, Uint8Array>;

const PLUGIN = 'demo/wordpress/limio-offers';
const SCRIPT = 'limio-offers.classic.js';

/** What the script loads from its own folder. */
const BESIDE = /^(classic-[\w-]+|agent-tools|agent-answers|page-data)\.js$/;

/** The script, what it loads from its own folder, and the licences of what is inside. */
const scriptFiles = (): Files =>
  Object.fromEntries(
    [SCRIPT, 'licenses.md', ...readdirSync('dist/cdn').filter((file) => BESIDE.test(file))].map((file) => [
      file,
      readFileSync(join('dist/cdn', file)),
    ]),
  );

/** The WordPress plugin as it is uploaded: one folder, with the script in it. */
export const wordpressPlugin = (): Files => ({
  ...Object.fromEntries(readdirSync(PLUGIN).map((file) => [file, readFileSync(join(PLUGIN, file))])),
  ...scriptFiles(),
});

/** The playground as static files, whose addresses are all relative: it runs from any folder of a web server. */
export async function playground(): Promise<Files> {
  const folder = 'demo/playground';
  const styles = readdirSync(folder).filter((file) => /\.(css|svg)$/.test(file));
  return {
    'index.html': strToU8(playgroundPage(readFileSync('demo/index.html', 'utf8'))),
    'playground.js': strToU8(await playgroundScript(`${folder}/playground.ts`)),
    'offers.json': strToU8(JSON.stringify({ items: CATALOGUE.map(withoutImages) })),
    ...Object.fromEntries(styles.map((file) => [file, readFileSync(join(folder, file))])),
    ...scriptFiles(),
  };
}

/** Addresses from the page's own folder, no other pages of the demo, and no server that plays the shop. */
const playgroundPage = (html: string): string =>
  html
    .replace('type="module" src="/limio-offers/limio-offers.js"', `defer src="${SCRIPT}"`)
    .replace('/playground/playground.ts', 'playground.js')
    .replaceAll('"/playground/', '"')
    .replace(/\s*<nav[^]*?<\/nav>/, '')
    .replace(/<body[^>]*>/, '<body>');

async function playgroundScript(entry: string): Promise<string> {
  const made = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: 'playground' },
      rolldownOptions: { output: { minify: true, codeSplitting: false } },
    },
  });
  const [script] = made as Rolldown.RolldownOutput[];
  return script!.output[0].code;
}

/** Their images lie at the shop, and here there is none. */
const withoutImages = (item: (typeof CATALOGUE)[number]) => ({
  ...item,
  data: { ...item.data, attachments: [] },
});

/** One folder as a zip, the same bytes for the same files. */
const zip = (folder: string, files: Files): Uint8Array =>
  zipSync({ [folder]: files }, { level: 9, mtime: new Date(1980, 0, 1) });

/** `npm run release-files`, after a build: the package, both zips, and the notes of the release. */
export async function writeReleaseFiles(target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const write = (name: string, content: Uint8Array | string) => writeFileSync(join(target, name), content);
  write(`limio-offers-wordpress-${VERSION}.zip`, zip('limio-offers', wordpressPlugin()));
  write(`limio-offers-playground-${VERSION}.zip`, zip('limio-offers-playground', await playground()));
  write('notes.md', `${notesOf(VERSION)}\n`);
  execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', target]);
}
