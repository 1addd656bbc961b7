import type { Command } from './command.ts';
import { serveCommand } from './serve.ts';

/** What `npx limio-offers …` does. A new command is a file and a row here. */
export const COMMANDS: readonly Command[] = [serveCommand];
