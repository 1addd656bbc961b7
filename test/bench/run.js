// Node 20 does not read TypeScript, so Vite does: `npm run bench -- draw link --check`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

// Without it, packages are bundled in the form that helps developers and is slower.
process.env.NODE_ENV = 'production';

const entry = fileURLToPath(new URL('./bench.ts', import.meta.url));
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' });
process.exitCode = await module.bench(process.argv.slice(2));
