import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { POLLING } from '../setup/polling.ts';
import { SECOND_TRY } from '../setup/second-try.ts';
import { fixSurroundings } from '../setup/surroundings.ts';

fixSurroundings();

/** What the playground writes, on pages with the style sheets of others: `npm run test:real-pages`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'real-pages',
    include: ['test/real-pages/*.test.ts'],
    globalSetup: ['test/real-pages/install.ts', 'test/setup/one-browser.ts'],
    reporters: ['default', 'test/setup/tally.ts'],
    testTimeout: 60_000,
    hookTimeout: 90_000,
    maxWorkers: 2,
    ...SECOND_TRY,
    ...POLLING,
  },
});
