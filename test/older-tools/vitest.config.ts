import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from '../setup/patience.ts';
import { MORE_TRIES } from '../setup/more-tries.ts';
import { fixSurroundings } from '../setup/surroundings.ts';

fixSurroundings();

/** The built package in tools that were made before its format, set up as the docs say: `npm run test:older-tools`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'older-tools',
    include: ['test/older-tools/*.test.ts'],
    globalSetup: ['test/older-tools/install.ts', 'test/setup/one-browser.ts'],
    reporters: ['default', 'test/setup/tally.ts'],
    ...MORE_TRIES,
    ...PATIENCE,
  },
});
