import { LimioError } from '../core/errors/limio-error.ts';

/** A field: quoted, with its quotes doubled, or bare; and what ends it. */
const fieldBefore = (separator: string) =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y');

/** What spreadsheets write between fields, as their language has it. */
const SEPARATORS = [',', ';', '\t'];

/** A CSV that was read. */
interface Csv {
  /** What its header names. */
  columns: string[];
  /** A record for each line, by these names. Empty lines are passed over. */
  rows: Array<Record<string, string>>;
  /** Which line each record is, as a spreadsheet counts them; the header is the first. */
  lines: number[];
}

/** What is asked of a CSV. */
interface CsvRules {
  /** Names it where it cannot be read. Default: the CSV. */
  what?: string;
  /** What a column is called, by its name in the header. Default: the same. */
  nameOf?: (written: string) => string;
  /** Columns of which it has at least one. */
  anyOf?: readonly string[];
}

/**
 * Reads a CSV with a header line, as spreadsheets write it: with commas, semicolons or tabs, whichever the header has.
 *
 * @throws {LimioError} `config` naming the line that cannot be read, or the columns that are not there, never what
 * stands there: where a header was forgotten, its line is a person
 * @see https://www.rfc-editor.org/rfc/rfc4180
 *
 * @example
 * readCsv('id,name\n1,"Ada, Countess"\n').rows; // [{ id: '1', name: 'Ada, Countess' }]
 */
export function readCsv(text: string, rules: CsvRules = {}): Csv {
  const { what = 'the CSV', nameOf = (written) => written, anyOf } = rules;
  const [header = [], ...lines] = linesOf(text.replace(/^\uFEFF/, ''), separatorOf(text), what);
  const columns = header.map((name) => nameOf(name.trim()));
  if (anyOf && !anyOf.some((name) => columns.includes(name)))
    throw new LimioError(
      'config',
      `The first line of the CSV names its columns. It does not name ${anyOf.join(' or ')}.`,
    );
  const filled = lines
    .map((fields, index) => ({ fields, line: index + 2 }))
    .filter(({ fields }) => fields.join('') !== '');
  const wrong = filled.find(({ fields }) => fields.length !== header.length);
  if (wrong) throw unreadable(wrong.line, what);
  const rows = filled.map(({ fields }) =>
    Object.fromEntries(columns.map((name, column) => [name, fields[column]!.trim()])),
  );
  return { columns, rows, lines: filled.map(({ line }) => line) };
}

/**
 * The fields of each line of a CSV, whatever their number.
 *
 * @throws {LimioError} `config` naming the line that cannot be read
 */
export function linesOf(text: string, separator: string, what = 'the CSV'): string[][] {
  const lines: string[][] = [[]];
  const field = fieldBefore(separator);
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (!match) throw unreadable(lines.length, what);
    const [, quoted, bare = '', end] = match;
    lines.at(-1)!.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === separator && field.lastIndex === text.length) lines.at(-1)!.push('');
    else if (end !== separator && field.lastIndex < text.length) lines.push([]);
  }
  return lines;
}

function separatorOf(text: string): string {
  const header = text.split(/\r?\n/, 1)[0]!;
  const count = (separator: string) => header.split(separator).length;
  return SEPARATORS.toSorted((a, b) => count(b) - count(a))[0]!;
}

const unreadable = (line: number, what: string) =>
  new LimioError('config', `Line ${line} of ${what} cannot be read.`);

/** One line of a CSV. What a spreadsheet would take for a formula is kept from being one. */
export const csvLine = (fields: readonly string[]): string =>
  `${fields
    .map((field) => field.replace(/^(?=[=+@\t\r-])/, "'"))
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')}\n`;
