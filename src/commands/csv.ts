import { LimioError } from '../core/errors/limio-error.ts';

/** A field: quoted, with its quotes doubled, or bare; and what ends it. */
const fieldBefore = (separator: string) =>
  new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'y');

/** What spreadsheets write between fields, as their language has it. */
const SEPARATORS = [',', ';', '\t'];

/**
 * Looks whether the first line of a CSV names one of some columns. Where it does not, a person stands there, so nothing
 * of it is repeated.
 *
 * @throws {LimioError} `config`
 */
export function demandColumn(header: readonly string[], names: readonly string[]): void {
  if (names.some((name) => header.includes(name))) return;
  throw new LimioError(
    'config',
    `The first line of the CSV names its columns. It does not name ${names.join(' or ')}.`,
  );
}

/** The columns that the header line of a CSV names. @throws {LimioError} `config` */
export const columnsOf = (text: string): string[] => (linesIn(text)[0] ?? []).map((name) => name.trim());

/**
 * Reads a CSV with a header line, as spreadsheets write it: with commas, semicolons or tabs, whichever the header has.
 *
 * @param what names it where it cannot be read.
 * @returns a record for each line, by the names of the header. Empty lines are passed over.
 * @throws {LimioError} `config` naming the line that cannot be read, never what stands there
 * @see https://www.rfc-editor.org/rfc/rfc4180
 *
 * @example
 * readCsv('id,name\n1,"Ada, Countess"\n'); // [{ id: '1', name: 'Ada, Countess' }]
 */
export function readCsv(text: string, what = 'the CSV'): Array<Record<string, string>> {
  const [header = [], ...lines] = linesIn(text, what);
  return lines
    .map((fields, index) => {
      if (fields.length !== header.length && fields.join('') !== '') throw unreadable(index + 2, what);
      return fields;
    })
    .filter((fields) => fields.join('') !== '')
    .map((fields) => Object.fromEntries(header.map((name, column) => [name.trim(), fields[column]!.trim()])));
}

function linesIn(text: string, what?: string): string[][] {
  const first = text.split(/\r?\n/, 1)[0]!;
  const count = (separator: string) => first.split(separator).length;
  const [separator = ','] = SEPARATORS.toSorted((a, b) => count(b) - count(a));
  return linesOf(text.replace(/^\uFEFF/, ''), separator, what);
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

const unreadable = (line: number, what: string) =>
  new LimioError('config', `Line ${line} of ${what} cannot be read.`);

/** One line of a CSV. What a spreadsheet would take for a formula is kept from being one. */
export const csvLine = (fields: readonly string[]): string =>
  `${fields
    .map((field) => field.replace(/^(?=[=+@\t\r-])/, "'"))
    .map((field) => (/[",\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field))
    .join(',')}\n`;
