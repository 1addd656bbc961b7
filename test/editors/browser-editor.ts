import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** An address for pages of editors; nothing is asked of any network. */
const ORIGIN = 'http://editor.localhost';

/** Opens an empty page that serves the packages of this folder below its address, and loads scripts of them. */
export async function openEditor(page: Page, scripts: readonly string[], body: string): Promise<void> {
  await page.route(`${ORIGIN}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/')
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><meta charset="utf-8">${body}`,
      });
    if (pathname.startsWith('/bundled/'))
      return route.fulfill({
        contentType: 'text/javascript',
        body: await bundled(pathname.replace('/bundled/', '')),
      });
    return route.fulfill({ path: `${HERE}node_modules${pathname}` });
  });
  await page.goto(`${ORIGIN}/`);
  for (const script of scripts) await page.addScriptTag({ url: `${ORIGIN}/${script}` });
}

const bundles = new Map<string, Promise<string>>();

/** An entry of the folder `browser` as one script; what it exports is in the global `made`. */
function bundled(name: string): Promise<string> {
  let known = bundles.get(name);
  if (!known) bundles.set(name, (known = bundle(name)));
  return known;
}

async function bundle(name: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: HERE,
    mode: 'production',
    resolve: { dedupe: ['lexical'], conditions: ['browser', 'production', 'module'] },
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      minify: false,
      lib: { entry: `${HERE}browser/${name}`, formats: ['iife'], name: 'made', fileName: 'made' },
    },
  });
  const [first] = [result].flat();
  if (!first || !('output' in first)) throw new Error(`${name} was not bundled.`);
  return first.output[0].code;
}

/** Text of a file of a package of this folder. */
export const fileOf = (path: string): string => readFileSync(`${HERE}node_modules/${path}`, 'utf8');
