import { copyFileSync } from 'node:fs';
import type { ViteBuilder } from 'vite';
import { defineConfig } from 'vitest/config';
import { writeAppPage } from './build/app-page.ts';
import { packBillOfMaterials } from './build/bill-of-materials.ts';
import { byteOrderMark } from './build/byte-order-mark.ts';
import { writeDescriptions } from './build/descriptions.ts';
import { filesApart } from './build/files-apart.ts';
import { litAlone } from './build/lit-alone.ts';
import { writeIntegrity } from './build/integrity.ts';
import { importNode } from './build/import-node.ts';
import { readManifest } from './build/manifest.ts';
import { leaveOut, NOT_IN_A_VIEW } from './build/leave-out.ts';
import { OUTPUTS, SCRIPT_FILES } from './build/outputs.ts';
import { ownCopy } from './build/own-copy.ts';
import { ownExports } from './build/own-exports.ts';
import { plainExports } from './build/plain-exports.ts';
import { writeStyleSheet } from './build/style-sheet.ts';
import { litOnServers } from './build/lit-on-servers.ts';
import { minifyTemplates } from './build/minify-templates.ts';
import { demoServer } from './demo/demo-server.ts';
import { sharedFiles } from './build/shared-files.ts';
import { testProjects } from './test/setup/projects.ts';

/** `vite build` makes every file of the package. */
const build = () => ({
  plugins: [
    minifyTemplates([...SCRIPT_FILES, 'app', 'backend']),
    filesApart(['cdn', 'classic']),
    leaveOut('app', NOT_IN_A_VIEW),
    ownCopy('cdn'),
    ownExports([...SCRIPT_FILES, 'app']),
    plainExports('cdn', 'limio-offers.js'),
    litAlone([...SCRIPT_FILES, 'app']),
    sharedFiles(['backend']),
    litOnServers(['backend', 'classicParts']),
    importNode(['backend']),
    byteOrderMark(),
  ],
  environments: OUTPUTS,
  builder: {
    async buildApp({ build, environments }: ViteBuilder) {
      for (const name of Object.keys(OUTPUTS)) await build(environments[name]!);
      writeAppPage();
      packBillOfMaterials('dist/npm');
      copyFileSync('src/frames/embed.html', 'dist/cdn/embed.html');
      writeStyleSheet('dist/cdn');
      writeIntegrity('dist/cdn');
      await writeDescriptions(readManifest());
    },
  },
});

export default defineConfig(async ({ command, mode }) => ({
  publicDir: false as const,
  plugins: [demoServer()],
  ...(command === 'build' && build()),
  ...(mode === 'test' && { test: await testProjects() }),
}));
