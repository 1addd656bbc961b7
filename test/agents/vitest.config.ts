import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { PATIENCE } from '../setup/patience.ts';
import { MORE_TRIES } from '../setup/more-tries.ts';
import { fixSurroundings } from '../setup/surroundings.ts';

fixSurroundings();

/** The built package, used by software of agents that others have written: `npm run test:agents`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    name: 'agents',
    include: ['test/agents/*.test.ts'],
    globalSetup: ['test/agents/install.ts'],
    reporters: ['default', 'test/setup/tally.ts'],
    maxWorkers: 2,
    ...MORE_TRIES,
    ...PATIENCE,
  },
});
