import { createReadStream, existsSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Connect, Plugin, ViteDevServer } from 'vite';
import { agentServer } from './agent/agent-server.ts';
import { deskServer } from './desk/desk-server.ts';
import type { Chain } from './chain.ts';
import { demoNav, NAV_PLACE } from './demo-nav.ts';
import { DEMO_PAGES } from './pages.ts';
import { CATALOGUE } from './sandbox/items/catalogue.ts';

/** Shop and backend in the source of the pages, which read as a customer's would. */
const PLACEHOLDERS = { shop: 'https://shop.example.com', backend: 'https://offers.example.com' };

const CHAIN = fileURLToPath(new URL('chain.ts', import.meta.url));

/** What the sandbox answers under the shop's name: signed links, and the baskets behind them. */
const SANDBOX = /^\/(api\/checkout\/\w+|sandbox\/(basket|change|complete|scenario))($|\?)/;

const BUILT = fileURLToPath(new URL('../dist/cdn/', import.meta.url));

/** Checkout, cart and update pages that Limio names, and the page of ours that plays each. */
const SHOP_PAGE = /^\/[\w-]*?(checkout|cart|update)(?=$|\?)/;

/**
 * Serves the demo: pages, a recorded reply of Limio's Offers V2 at `/offers.json`, the built script files at
 * `/limio-offers/`, and a pretend shop at the paths purchase links lead to. Behind a page that names a backend
 * there is one, and a sandbox Limio behind that, which plays the scenario of the page's query:
 * `/assisted.html?scenario=slow`.
 *
 * @param start starts these; default: from their source, once a page needs them.
 */
export function demoServer(start?: (pages: string) => Promise<Chain>): Plugin {
  let chain: Promise<Chain> | undefined;
  const chainOf = (server: ViteDevServer) =>
    (chain ??= (start ?? ((pages) => startFromSource(server, pages)))(originOf(server)));
  return {
    name: 'demo-server',
    apply: (_, { command, mode }) => command === 'serve' && mode !== 'test',
    config: () => ({
      appType: 'mpa',
      // The script files are served as they were built, so there is nothing to transform ahead or to bundle.
      server: { preTransformRequests: false },
      optimizeDeps: { noDiscovery: true },
      // Without the builds for development, whose warnings are meant for who writes an element.
      resolve: { conditions: ['module', 'browser'] },
    }),
    configureServer: (server) => {
      const { middlewares, httpServer } = server;
      middlewares.use('/offers.json', sendOffers);
      middlewares.use('/limio-offers', sendBuilt);
      middlewares.use(
        '/agent-server',
        agentServer(() => chainOf(server)),
      );
      middlewares.use('/limio-context', async (_, response) => {
        response.end(await (await chainOf(server)).contextOfAda());
      });
      middlewares.use(
        '/desk-server',
        deskServer(() => chainOf(server)),
      );
      middlewares.use(askSandbox(() => chainOf(server)));
      middlewares.use(openShop);
      server.printUrls = () => server.config.logger.info(whereToLook(originOf(server)));
      httpServer?.once('close', () => void chain?.then((it) => it.close()));
    },
    async transformIndexHtml(page, { path, server, originalUrl = '/' }) {
      const ours = page.replace(NAV_PLACE, demoNav(path)).replaceAll(PLACEHOLDERS.shop, originOf(server!));
      if (!ours.includes(PLACEHOLDERS.backend)) return ours;
      const { backend, limio } = await chainOf(server!);
      limio.use(new URL(originalUrl, backend).searchParams.get('scenario') || 'happy');
      return ours.replaceAll(PLACEHOLDERS.backend, backend);
    },
  };
}

/** Vite reads our TypeScript where Node alone could not. */
async function startFromSource(server: ViteDevServer, pages: string): Promise<Chain> {
  const { startChain } = (await server.ssrLoadModule(CHAIN)) as typeof import('./chain.ts');
  const { logger } = server.config;
  const chain = await startChain(pages, { log: (line) => logger.info(JSON.stringify(line)) });
  logger.info(`The backend is at ${chain.backend}, the sandbox Limio at ${chain.limio.origin}.`);
  return chain;
}

const askSandbox =
  (chain: () => Promise<Chain>): Connect.NextHandleFunction =>
  async ({ url = '/', method = 'GET', headers }, response, next) => {
    if (!SANDBOX.test(url)) return next();
    try {
      const { limio } = await chain();
      const asked = new Request(new URL(url, limio.origin), {
        method,
        headers: { cookie: headers.cookie ?? '' },
      });
      const answer = await limio.fetch(asked);
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    } catch (error) {
      next(error);
    }
  };

/** Where each page is, and what to do there; the first one first. */
export const whereToLook = (origin: string): string =>
  [
    'Begin with the playground, the first of these pages. Ctrl+C ends the demo.',
    ...DEMO_PAGES.slice(0, 8).map(([path, , what]) => `  ${(origin + path).padEnd(40)} ${what}`),
    `  and ${DEMO_PAGES.slice(8)
      .map(([path]) => path)
      .join(', ')}`,
  ].join('\n');

const originOf = ({ resolvedUrls }: ViteDevServer) => new URL(resolvedUrls!.local[0]!).origin;

const sendOffers: Connect.NextHandleFunction = (_, response) => {
  const hits = { value: CATALOGUE.length, relation: 'eq' };
  response.setHeader('content-type', 'application/json');
  // For frames that have no origin.
  response.setHeader('access-control-allow-origin', '*');
  response.end(JSON.stringify({ items: CATALOGUE, hits, indexName: 'published_items_demo_1' }));
};

const sendBuilt: Connect.NextHandleFunction = (request, response) => {
  const file = join(BUILT, basename(new URL(request.url ?? '/', 'http://localhost').pathname));
  const type = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8' }[extname(file)];
  if (!existsSync(file) || !type) {
    response.statusCode = 404;
    return void response.end('There is no such file. Was `npm run build` run?');
  }
  response.setHeader('content-type', type);
  // A sandboxed frame has no origin, and its scripts come from another one than its own.
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('cache-control', 'no-store');
  createReadStream(file).pipe(response);
};

const openShop: Connect.NextHandleFunction = (request, _, next) => {
  request.url = request.url?.replace(SHOP_PAGE, '/shop/$1.html');
  next();
};
