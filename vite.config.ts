import { fileURLToPath } from 'node:url';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { findChromium } from './test/setup/chromium.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Tests: pure ones in Node, the element's in a real browser, whole pages and promises against what was built. */
const tests = async () => ({
  reporters: ['default', here('test/setup/tally.ts')],
  projects: [
    { test: { name: 'node', include: ['test/{core,catalog,contract,limio,server,sandbox}/**/*.test.ts'] } },
    {
      resolve: { alias: { '@web/test-runner-commands': here('test/setup/wtr-commands.ts') } },
      optimizeDeps: {
        include: ['@open-wc/testing', 'lit', 'lit/directives/keyed.js', 'zod/mini', 'fast-check', 'axe-core'],
      },
      test: {
        name: 'browser',
        include: ['test/{element,controllers,host}/**/*.test.ts'],
        setupFiles: ['test/setup/browser.ts'],
        browser: {
          enabled: true,
          headless: true,
          screenshotFailures: false,
          provider: playwright({ launchOptions: { executablePath: await findChromium() } }),
          instances: [{ browser: 'chromium' as const }],
        },
      },
    },
    { test: { name: 'built', include: ['test/{pages,promises}/**/*.test.ts'], testTimeout: 30_000 } },
  ],
});

export default defineConfig(async ({ mode }) => ({
  publicDir: false as const,
  ...(mode === 'test' && { test: await tests() }),
}));
