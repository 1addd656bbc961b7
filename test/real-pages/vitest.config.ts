import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from '../setup/patience.ts';
import { MORE_TRIES } from '../setup/more-tries.ts';
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
    maxWorkers: 2,
    ...MORE_TRIES,
    ...PATIENCE,
  },
});
