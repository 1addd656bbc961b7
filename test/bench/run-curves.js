// Node 20 does not read TypeScript, so Vite does: `npm run bench:curves`.
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

process.env.NODE_ENV = 'production';

const entry = fileURLToPath(new URL('./curves.ts', import.meta.url));
const { module } = await runnerImport(entry, { configFile: false, logLevel: 'error' });
await module.curves();
