import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from '../setup/patience.ts';
import { MORE_TRIES } from '../setup/more-tries.ts';
import { fixSurroundings } from '../setup/surroundings.ts';

fixSurroundings();

/** Apps of several frameworks, built and used as a customer does: `npm run test:frameworks`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'frameworks',
    include: ['test/frameworks/*.test.ts'],
    globalSetup: ['test/frameworks/build-apps.ts', 'test/setup/one-browser.ts'],
    reporters: ['default', 'test/setup/tally.ts'],
    maxWorkers: 2,
    ...MORE_TRIES,
    ...PATIENCE,
  },
});
