// Writes what lies beside the package in a release: `npm run release-files`. Node 20 does not read TypeScript, so Vite does.
import { runnerImport } from 'vite';

process.env.NODE_ENV = 'production'; // decides which build of Lit is bundled
const { module } = await runnerImport('./build/release-files.ts', { configFile: false });
await module.writeReleaseFiles(process.argv[2] ?? 'release');
