import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from '../setup/patience.ts';
import { MORE_TRIES } from '../setup/more-tries.ts';
import { fixSurroundings } from '../setup/surroundings.ts';

fixSurroundings();

/** What the playground writes, after the editors, filters and renderers of others: `npm run test:editors`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'editors',
    include: ['test/editors/*.test.ts'],
    globalSetup: ['test/editors/install.ts', 'test/setup/one-browser.ts'],
    reporters: ['default', 'test/setup/tally.ts'],
    maxWorkers: 2,
    ...MORE_TRIES,
    ...PATIENCE,
  },
});
