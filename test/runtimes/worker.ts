import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { freePort } from '../../demo/free-port.ts';
import { start } from './program.ts';
import { recipe } from './recipes.ts';
import type { Serve } from './serve.ts';

/** As far back as a Worker of a year ago may say it is. */
const COMPATIBLE_WITH = '2025-11-01';

/** One worker, with the address it listens on, its variables, and a network that reaches this machine. */
const configuration = (port: number, env: Record<string, string>) => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "main", worker = .main),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")],
);
const main :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "${COMPATIBLE_WITH}",
  bindings = [${Object.entries(env)
    .map(([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`)
    .join(', ')}],
);
`;

/** Bundles a worker as the tools of Workers do, to `worker.js`. */
export async function bundle(folder: string, code: string): Promise<void> {
  writeFileSync(join(folder, 'worker.ts'), code);
  await build({
    root: folder,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['workerd', 'worker', 'browser'] },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      lib: { entry: join(folder, 'worker.ts'), formats: ['es'], fileName: () => 'worker.js' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
}

/** Runs the recipe, or other code, on a workerd. */
export const worker =
  (program: string, code = recipe('Cloudflare Workers')): Serve =>
  async (folder, env) => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await bundle(folder, code);
    writeFileSync(join(folder, 'worker.capnp'), configuration(port, env));
    return { url, ...(await start(url, program, ['serve', 'worker.capnp'], { cwd: folder, env: {} })) };
  };
