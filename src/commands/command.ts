/** What a command is called with. */
export interface CommandCall {
  /** Words without dashes, in the order they were given. */
  words: readonly string[];
  /** Options that were given, by name. */
  options: Readonly<Record<string, string | boolean | undefined>>;
  env: Readonly<Record<string, string | undefined>>;
  /** Writes a line for people, or one value for programs. */
  write: (text: string) => void;
}

/** A command of `npx limio-offers`: everything that is known of it. */
export interface Command {
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What its words without dashes are, and how many it takes at most; left out where it takes none. */
  takes?: { name: string; help: string; most: number };
  /** Names its options, as `parseArgs` of Node reads them, each with a line of help. */
  options: Readonly<Record<string, { type: 'string' | 'boolean'; short?: string; help: string }>>;
  /** What else `--help` says. */
  help: string;
  /** @returns the exit code; 0 when all is well. */
  run(call: CommandCall): Promise<number>;
}
