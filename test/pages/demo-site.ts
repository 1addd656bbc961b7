import { fileURLToPath } from 'node:url';
import { createServer, type Plugin } from 'vite';
import { startChain, type Chain } from '../../demo/chain.ts';
import { demoServer } from '../../demo/demo-server.ts';
import { freePort } from '../../demo/free-port.ts';

/** Serves the demo as `npm start` does, on a free port of this machine. */
export async function serveDemoSite(
  plugin: (origin: string) => Plugin | Promise<Plugin>,
): Promise<{ origin: string; close(): Promise<void> }> {
  // Vite tells its client the port it was given, so it has to be a real one.
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const server = await createServer({
    configFile: false,
    root: fileURLToPath(new URL('../../demo', import.meta.url)),
    publicDir: false,
    mode: 'development',
    logLevel: 'error',
    plugins: [await plugin(origin)],
    server: { port, strictPort: true, hmr: false },
  });
  await server.listen();
  return { origin, close: () => server.close() };
}

/** The same with its backend and its Limio in reach of the test. */
export async function serveDemoChain(): Promise<{ origin: string; chain: Chain; close(): Promise<void> }> {
  let chain!: Chain;
  const site = await serveDemoSite(async (pages) => {
    chain = await startChain(pages);
    return demoServer(() => Promise.resolve(chain));
  });
  return { ...site, chain };
}
