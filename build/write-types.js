// Puts the backend's types together: `npm run build`. Node 20 does not read TypeScript, so Vite does.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./build/bundle-types.ts', { configFile: false });
await module.bundleTypes('dist/npm');
