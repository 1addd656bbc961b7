// Brings what is made from the source up to date in all documents: `npm run docs`. Node 20 does not read TypeScript, so Vite does.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./build/docs.ts', { configFile: false });
module.writeDocs();
