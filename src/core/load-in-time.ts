/** Longest wait for a file, in milliseconds: a server may take a request and never answer it. */
const TIMEOUT_MS = 10_000;

/**
 * Loads a file that is waited for. Never rejects.
 *
 * @param settle called with the file, or with nothing where it cannot be loaded or does not come in time; once more if
 *   it comes all the same.
 */
export function loadInTime<File extends object>(
  load: () => Promise<File>,
  settle: (file: File | undefined) => void,
): Promise<void> {
  const giveUp = () => settle(undefined);
  const late = setTimeout(giveUp, TIMEOUT_MS);
  return (
    load()
      // What a blocker answers in place of a file is empty.
      .then((file) => settle(Object.keys(file)[0] ? file : undefined), giveUp)
      .then(() => clearTimeout(late))
  );
}
