// Writes the new version where the repository names it: `npm version minor` runs this. Node 20 does not read TypeScript, so Vite does.
import { runnerImport } from 'vite';

const { module } = await runnerImport('./build/version.ts', { configFile: false });
module.writeVersion();
