#!/usr/bin/env node
import { run } from './commands/run.ts';
import { standardOutput } from './commands/standard-output.ts';
import { COMMANDS } from './commands/table.ts';

process.exitCode = await run(process.argv.slice(2), COMMANDS, standardOutput());
