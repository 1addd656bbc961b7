import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from '../setup/patience.ts';
import { MORE_TRIES } from '../setup/more-tries.ts';
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
    maxWorkers: 3,
    ...MORE_TRIES,
    ...PATIENCE,
  },
});
