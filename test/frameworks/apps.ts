import { createRequire } from 'node:module';
import { readFileSync, statSync } from 'node:fs';
import { extname } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Answer } from '../pages/site.ts';

/** What stands at the addresses of an app. */
type Listener = Extract<Answer, (...input: never[]) => void>;

const place = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const TYPES: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
};

/** Files of a folder; whatever is none is left to another. */
const files =
  (folder: string, other: Listener): Listener =>
  (request, response) => {
    const { pathname } = new URL(request.url!, 'http://site');
    const file = place(`${folder}${pathname}`);
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return other(request, response);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  };

/** A page; one that cannot be written is an error of the server. */
const page =
  (write: () => string | Promise<string>): Listener =>
  (_, response) => {
    const answer = (status: number, body: string) => {
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' });
      response.end(body);
    };
    Promise.resolve()
      .then(write)
      .then(
        (html) => answer(200, html),
        (error: unknown) => answer(500, String(error)),
      );
  };

const pageAround = (html: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,"></head>
  <body><div id="app">${html}</div><script type="module" src="/main.js"></script></body></html>`;

/** An app that starts in the browser. */
const started = (app: string): Listener =>
  files(
    `${app}/dist/client`,
    page(() => pageAround('')),
  );

/** What a file of a built app exports. */
const exportsOf = <T>(file: string) => import(pathToFileURL(place(file)).href) as Promise<T>;

/** An app that a function renders, for the browser to hydrate. */
async function rendered(app: string): Promise<Listener> {
  const { render } = await exportsOf<{ render(): string | Promise<string> }>(`${app}/dist/server/server.js`);
  return files(
    `${app}/dist/client`,
    page(async () => pageAround(await render())),
  );
}

const angular = (): Listener =>
  files(
    'angular/dist/browser',
    page(() => readFileSync(place('angular/dist/browser/index.html'), 'utf8')),
  );

const astro = async (): Promise<Listener> => {
  const { handler } = await exportsOf<{ handler: Listener }>('astro/dist/server/entry.mjs');
  return files('astro/dist/client', handler);
};

let nextHandler: Promise<Listener> | undefined;

const next = (): Promise<Listener> => (nextHandler ??= startNext());

async function startNext(): Promise<Listener> {
  interface Server {
    prepare(): Promise<void>;
    getRequestHandler(): Listener;
  }
  const start = createRequire(place('next/package.json'))('next') as (options: object) => Server;
  const server = start({ dir: place('next') });
  await server.prepare();
  return server.getRequestHandler();
}

/** Pages with script tags. */
const turbo = (): Listener => {
  const pages = (name: string) => page(() => readFileSync(place(`turbo/${name}.html`), 'utf8'));
  const [first, second] = [pages('first'), pages('second')];
  const written: Listener = (request, response) => (request.url === '/' ? first : second)(request, response);
  return files(
    'node_modules/@hotwired/turbo/dist',
    files('turbo/node_modules/limio-offers/dist/cdn', written),
  );
};

/** Each app with the two elements and the buttons, and how a server answers for it. */
export const APPS: Record<string, () => Listener | Promise<Listener>> = {
  'react-18': () => rendered('react-18'),
  'react-19': () => started('react-19'),
  vue: () => rendered('vue'),
  svelte: () => rendered('svelte'),
  angular,
  next,
};

/** Apps that lead from page to page without loading a document: two links on the first page, three on the second. */
export const SITES: typeof APPS = { astro, next, turbo };
