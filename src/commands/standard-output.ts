/**
 * Writes to standard output and standard error, also where these cannot be written: a campaign or a look at baskets goes
 * on, as what it has done is in its files. Nobody who closes a pipe, as `head` does, wants to hear of it; a disk that is
 * full makes the process end with 1.
 */
export function standardOutput(): { out: (text: string) => void; err: (text: string) => void } {
  let cause: string | undefined;
  process.stderr.on('error', () => {});
  process.stdout.on('error', ({ code = 'unknown' }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || cause) return;
    cause = code;
    process.stderr.write(`The output cannot be written (${code}).\n`);
  });
  process.on('exit', () => cause && (process.exitCode ||= 1));
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  };
}
