import { abandoned } from './abandoned.ts';
import type { Command } from './command.ts';
import { doctor } from './doctor/doctor.ts';
import { key } from './key.ts';
import { link } from './link.ts';
import { llms } from './llms.ts';
import { mcp } from './mcp.ts';
import { quote } from './quote.ts';
import { renew } from './renew.ts';
import { serve } from './serve.ts';
import { winback } from './winback.ts';
import { snapshot } from './snapshot/snapshot.ts';

/** The commands. A new one is a file and a row here. */
export const COMMANDS: readonly Command[] = [
  serve,
  link,
  snapshot,
  doctor,
  mcp,
  llms,
  key,
  quote,
  renew,
  winback,
  abandoned,
];
