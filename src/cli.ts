#!/usr/bin/env node
import { runCommand } from './commands/run-command.ts';
import { LimioError } from './core/errors.ts';

// Says what went wrong in a sentence; the exit code tells a wrong set-up (2) from a failure (1).
try {
  process.stdout.write(await runCommand(process.argv.slice(2), process.env));
} catch (error) {
  process.exitCode = error instanceof LimioError ? 2 : 1;
  process.stderr.write(`${error instanceof Error ? error.message : 'It failed.'}\n`);
}
