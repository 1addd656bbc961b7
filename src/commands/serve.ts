import { parseArgs } from 'node:util';
import { serve } from '../server/node/serve.ts';
import { VARIABLES } from '../server/node/variables.ts';
import type { Command } from './command.ts';

const width = Math.max(...Object.keys(VARIABLES).map((name) => name.length)) + 2;

/** Runs the backend. */
export const serveCommand: Command = {
  name: 'serve',
  summary: 'Serves the backend for assisted checkout',
  help: `It is set up by environment variables; those with * are needed:

${Object.entries(VARIABLES)
  .map(([name, rule]) => `${'isNeeded' in rule ? '*' : ' '} ${name.padEnd(width)}${rule.help}`)
  .join('\n')}`,
  async run(words, environment) {
    // It takes no words: whatever there is, is refused.
    parseArgs({ args: [...words], options: {}, allowPositionals: false });
    await serve(environment);
  },
};
