/** One thing that `npx limio-offers …` does: everything that is known of it. */
export interface Command {
  /** The word after `npx limio-offers`. */
  name: string;
  /** One line for the list of commands. */
  summary: string;
  /** What `--help` says below that line. */
  help: string;
  /**
   * Does it.
   *
   * @param words what stands after the name.
   * @throws {LimioError} for a wrong set-up, which exits with 2; anything else is a failure and exits with 1
   */
  run(words: readonly string[], environment: NodeJS.ProcessEnv): Promise<void>;
}
