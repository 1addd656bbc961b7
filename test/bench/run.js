// Node 20 does not read TypeScript, so Vite does: `npm run bench -- draw link --check`.
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

// Without it, packages are bundled in the form that helps developers and is slower.
process.env.NODE_ENV = 'production';

// It stays open while there is something to measure, as the backend loads parts of itself when it needs them.
const server = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true, ws: false, watch: null },
});
const { bench } = await server.ssrLoadModule(fileURLToPath(new URL('./bench.ts', import.meta.url)));
process.exitCode = await bench(process.argv.slice(2));
await server.close();
