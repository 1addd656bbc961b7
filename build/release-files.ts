import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { build, type Rolldown } from 'vite';
import { demoNav, NAV_PLACE } from '../demo/demo-nav.ts';
import { CATALOGUE } from '../demo/sandbox/items/catalogue.ts';
import { VERSION } from '../src/core/version.ts';
import { notesOf } from './version.ts';
import { wordpressCards } from './wordpress-cards.ts';

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

/** The WordPress plugin as it is uploaded: one folder, with the script in it, and what cards are made of before it. */
export const wordpressPlugin = (): Files => ({
  ...Object.fromEntries(readdirSync(PLUGIN).map((file) => [file, readFileSync(join(PLUGIN, file))])),
  ...scriptFiles(),
  'cards.json': strToU8(wordpressCards()),
});

/** The pages of the playground, each with the script that draws it. */
const PLAYGROUND_PAGES: ReadonlyArray<readonly [page: string, name: string, script: string]> = [
  ['index.html', 'Playground', 'playground/playground.ts'],
  ['check.html', 'Check a page', 'check/check.ts'],
];

/** The playground as static files, whose addresses are all relative: it runs from any folder of a web server. */
export async function playground(): Promise<Files> {
  const folders = ['demo', 'demo/playground', 'demo/check'];
  const styles = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) =>
        /^(?!.*(agent|chats|editors|marketing|assisted|pricing|sheets)).*\.(css|svg)$/.test(file),
      )
      .map((file) => [file, readFileSync(join(folder, file))] as const),
  );
  const pages = PLAYGROUND_PAGES.map(
    ([page, , script]) => [page, strToU8(playgroundPage(page, script))] as const,
  );
  const scripts = await Promise.all(
    PLAYGROUND_PAGES.map(
      async ([, , script]) => [builtName(script), strToU8(await playgroundScript(`demo/${script}`))] as const,
    ),
  );
  return {
    ...Object.fromEntries([...pages, ...scripts, ...styles]),
    'offers.json': strToU8(JSON.stringify({ items: CATALOGUE.map(withoutImages) })),
    ...scriptFiles(),
  };
}

const builtName = (script: string): string => basename(script).replace('.ts', '.js');

/** Addresses from the page's own folder, its own pages alone, and no server that plays the shop. */
const playgroundPage = (page: string, script: string): string =>
  readFileSync(join('demo', page), 'utf8')
    .replace(NAV_PLACE, demoNav(page, PLAYGROUND_PAGES))
    .replace('type="module" src="/limio-offers/limio-offers.js"', `defer src="${SCRIPT}"`)
    .replace(`/${script}`, builtName(script))
    .replaceAll(/"\/(playground\/|check\/)?([\w-]+\.(css|svg))"/g, '"$2"')
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
