#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { LimioError } from './core/errors.ts';
import { serve } from './server/node/serve.ts';
import { VARIABLES } from './server/node/variables.ts';

const width = Math.max(...Object.keys(VARIABLES).map((name) => name.length)) + 2;

const HELP = `limio-offers serve

Serves the backend for assisted checkout. It is set up by environment variables; those with * are needed:

${Object.entries(VARIABLES)
  .map(([name, rule]) => `${'isNeeded' in rule ? '*' : ' '} ${name.padEnd(width)}${rule.help}`)
  .join('\n')}

  limio-offers --help     shows this
`;

/** Says what went wrong in a sentence; the exit code tells a wrong set-up (2) from a failure (1). */
function stop(error: unknown): void {
  process.exitCode = error instanceof LimioError ? 2 : 1;
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
}

function command(): { name: string | undefined; isHelp: boolean } {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  return { name: positionals.length < 2 ? positionals[0] : undefined, isHelp: values.help ?? false };
}

try {
  const { name, isHelp } = command();
  if (isHelp) process.stdout.write(HELP);
  else if (name === 'serve') await serve(process.env);
  else throw new LimioError('config', HELP);
} catch (error) {
  stop(error);
}
