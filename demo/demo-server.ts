import { createReadStream, existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { CATALOGUE } from './sandbox/catalogue.ts';

/** Shop in the source of the pages, which read as a customer's would. */
const PLACEHOLDER = 'https://shop.example.com';

const BUILT = fileURLToPath(new URL('../dist/cdn/', import.meta.url));

/** Checkout and cart pages the catalogue names, and the page of ours that plays each. */
const SHOP_PAGE = /^\/[\w-]*?(checkout|cart)(?=$|\?)/;

/**
 * Serves the demo: pages, a recorded reply of Limio's Offers V2 at `/offers.json`, the built script files at
 * `/limio-offers/`, and a pretend shop at the paths purchase links lead to.
 */
export function demoServer(): Plugin {
  return {
    name: 'demo-server',
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    config: () => ({
      appType: 'mpa',
      // The script files are served as they were built, so there is nothing to transform ahead or to bundle.
      server: { preTransformRequests: false },
      optimizeDeps: { noDiscovery: true },
    }),
    configureServer: ({ middlewares }) => {
      middlewares.use('/offers.json', sendOffers);
      middlewares.use('/limio-offers', sendBuilt);
      middlewares.use(openShop);
    },
    transformIndexHtml: (page, { server }) => page.replaceAll(PLACEHOLDER, originOf(server!)),
  };
}

const originOf = ({ resolvedUrls }: ViteDevServer) => new URL(resolvedUrls!.local[0]!).origin;

const sendOffers: Connect.NextHandleFunction = (_, response) => {
  const hits = { value: CATALOGUE.length, relation: 'eq' };
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ items: CATALOGUE, hits, indexName: 'published_items_demo_1' }));
};

const sendBuilt: Connect.NextHandleFunction = (request, response) => {
  const file = join(BUILT, basename(new URL(request.url ?? '/', 'http://localhost').pathname));
  if (!existsSync(file) || !file.endsWith('.js')) {
    response.statusCode = 404;
    return void response.end('There is no such file. Was `npm run build` run?');
  }
  response.setHeader('content-type', 'text/javascript');
  response.setHeader('cache-control', 'no-store');
  createReadStream(file).pipe(response);
};

const openShop: Connect.NextHandleFunction = (request, _, next) => {
  request.url = request.url?.replace(SHOP_PAGE, '/shop/$1.html');
  next();
};
