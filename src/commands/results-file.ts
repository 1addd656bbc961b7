import { appendFile, readFile, truncate } from 'node:fs/promises';
import { LimioError } from '../core/errors/limio-error.ts';
import { csvLine, readCsv } from './csv.ts';

/** The file of a campaign that gets a line for each row, so that a run that was cut short can be gone on with. */
export interface ResultsFile {
  /** The lines of earlier runs. */
  before: ReadonlyArray<Record<string, string>>;
  /** Adds a line. @throws {LimioError} `config` where it cannot be written */
  add(fields: readonly string[]): Promise<void>;
}

/**
 * Opens such a file, or makes it. A last line that was cut short, as the disk was full, is taken off.
 *
 * @throws {LimioError} `config` where it cannot be read or written, or is another file
 */
export async function openResults(file: string, columns: readonly string[]): Promise<ResultsFile> {
  const add = (fields: readonly string[]) => written(file, appendFile(file, csvLine(fields)));
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? '' : written(file, Promise.reject(error)),
  );
  if (!text) {
    await add(columns);
    return { before: [], add };
  }
  const header = csvLine(columns);
  if (`${/^\uFEFF?(.*?)\r?(\n|$)/.exec(text)![1]}\n` !== header)
    throw new LimioError(
      'config',
      `--results: ${JSON.stringify(file)} is there, and is no file of results, which begins with ${header.trim()}. Name another file.`,
    );
  const end = text.lastIndexOf('\n') + 1;
  const last = text.slice(end);
  if (last && isWhole(header, last)) await written(file, appendFile(file, '\n'));
  else if (last) await written(file, truncate(file, Buffer.byteLength(text.slice(0, end))));
  const whole = isWhole(header, last) ? text : text.slice(0, end);
  const { rows } = readCsv(whole, { what: `--results ${file}` });
  return { before: rows.map(asGiven), add };
}

function isWhole(header: string, line: string): boolean {
  try {
    readCsv(header + line);
    return true;
  } catch {
    return false;
  }
}

/** As it was before it was kept from being a formula. */
const asGiven = (line: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(line).map(([name, value]) => [name, value.replace(/^'(?=[=+@-])/, '')]));

const written = <T>(file: string, work: Promise<T>): Promise<T> =>
  work.catch((error: NodeJS.ErrnoException): never => {
    const message = `--results: ${JSON.stringify(file)} cannot be read and written (${error.code}). Is there such a folder, and may you write there?`;
    throw new LimioError('config', message);
  });
