import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../demo/free-port.ts';
import { start } from './program.ts';
import type { Served } from './serve.ts';
import { recipe } from './recipes.ts';
import { bundle } from './worker.ts';

/**
 * The rate limiting binding, which workerd leaves to whoever runs it: three of each key, for each isolate. As Cloudflare's
 * own does, it takes a key and nothing else. https://developers.cloudflare.com/workers/runtime-apis/bindings/rate-limit/
 */
const LIMITER = `const counts = new Map();
export default () => ({
  async limit({ key, ...others }) {
    const other = Object.keys(others);
    if (other.length) throw new Error('bad rate limit options: ' + other);
    if (typeof key !== 'string') throw new Error('invalid key: ' + key);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    return { success: counts.get(key) <= 3 };
  },
});`;

/** Two workers of one script, each an isolate of its own, with the Durable Objects of the first. */
const configuration = (ports: readonly [number, number], env: Record<string, string>) => {
  const texts = Object.entries(env).map(
    ([name, text]) => `(name = ${JSON.stringify(name)}, text = ${JSON.stringify(text)})`,
  );
  const worker = (name: string, more: string) => `
const ${name} :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2025-11-01",
  bindings = [${texts.join(', ')},
    (name = "LIMIO_STATE", durableObjectNamespace = (className = "LimioState", serviceName = "one")),
    (name = "READS_LIMIT", wrapped = (moduleName = "test:limiter"))],
  ${more}
);`;
  return `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "one", worker = .one),
    (name = "two", worker = .two),
    (name = "internet", network = (allow = ["public", "private", "local"])),
  ],
  sockets = [
    (name = "http-one", address = "127.0.0.1:${ports[0]}", http = (), service = "one"),
    (name = "http-two", address = "127.0.0.1:${ports[1]}", http = (), service = "two"),
  ],
  extensions = [(modules = [(name = "test:limiter", esModule = embed "limiter.js", internal = true)])],
);
${worker('one', 'durableObjectNamespaces = [(className = "LimioState", uniqueKey = "limio")], durableObjectStorage = (inMemory = void),')}
${worker('two', '')}
`;
};

/** Runs the recipe of isolates that share, twice. @returns one address for each isolate */
export async function isolates(
  program: string,
  folder: string,
  env: Record<string, string>,
): Promise<Pick<Served, 'said' | 'stop'> & { urls: [string, string] }> {
  const ports: [number, number] = [await freePort(), await freePort()];
  await bundle(folder, recipe('Isolates that share'));
  writeFileSync(join(folder, 'limiter.js'), LIMITER);
  writeFileSync(join(folder, 'worker.capnp'), configuration(ports, env));
  const [one, two] = ports.map((port) => `http://127.0.0.1:${port}`);
  const running = await start(two!, program, ['serve', 'worker.capnp'], { cwd: folder, env: {} });
  return { urls: [one!, two!], ...running };
}
