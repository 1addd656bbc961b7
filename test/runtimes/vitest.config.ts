import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { POLLING } from '../setup/polling.ts';
import { SECOND_TRY } from '../setup/second-try.ts';
import { fixSurroundings } from '../setup/surroundings.ts';

fixSurroundings();

/** The built package on the runtimes that the docs have a recipe for: `npm run test:runtimes`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'runtimes',
    include: ['test/runtimes/*.test.ts'],
    globalSetup: ['test/runtimes/install.ts'],
    reporters: ['default', 'test/setup/tally.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 3,
    ...SECOND_TRY,
    ...POLLING,
  },
});
