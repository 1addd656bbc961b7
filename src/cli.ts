#!/usr/bin/env node
import { run } from './commands/run.ts';
import { COMMANDS } from './commands/table.ts';

process.exitCode = await run(process.argv.slice(2), COMMANDS, {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
});
