import { linesOf } from '../../../src/commands/csv.ts';
import { LimioError } from '../../../src/core/errors/limio-error.ts';
import { readPurchaseLink } from '../../../src/core/link/purchase-link.ts';

/** The separators of a spreadsheet: copied cells, and files of it in several countries. */
const SEPARATORS = ['\t', ';', ','];

/** Rows of cells, none of them empty. */
export type Cells = string[][];

/**
 * Reads the cells of a table: of HTML, of Markdown, copied from a spreadsheet, or of a CSV with any separator.
 *
 * @returns nothing where it has a single column, or a single row.
 *
 * @example
 * cellsIn('| Plan | Price |\n|---|---|\n| **Pro** | €29 |'); // [['Plan', 'Price'], ['Pro', '€29']]
 */
export function cellsIn(text: string): Cells | undefined {
  // A first cell may be empty.
  const given = text.replace(/^\s*\n|\s+$/g, '');
  const cells = /<table\b/i.test(given)
    ? ofHtml(given)
    : /^\s*\|.*\|\s*$/m.test(given)
      ? ofMarkdown(given)
      : ofSpreadsheet(given);
  const rows = cells.map((row) => row.map(plain)).filter((row) => row.some(Boolean));
  return rows.length > 1 && rows.some(({ length }) => length > 1) ? rows : undefined;
}

/** Without the marks of Markdown around it. */
const plain = (cell: string): string =>
  cell
    .replace(/<br\s*\/?>/gi, '\n')
    .replace(/\*\*|__|`/g, '')
    .trim();

function ofHtml(html: string): Cells {
  const { body } = new DOMParser().parseFromString(html.replace(/<br\s*\/?>|<\/li>/gi, '$&\n'), 'text/html');
  const rows = [...body.querySelectorAll('tr')].map((row) => ({
    cells: [...row.cells].map(({ textContent }) => textContent.replace(/[^\S\n]+/g, ' ')),
    link: [...row.querySelectorAll('a')].map(addressIn).find(Boolean),
  }));
  // A button leads where its address says, not where its words do.
  return rows.some(({ link }) => link)
    ? rows.map(({ cells, link }, n) => [...cells, link ?? (n ? '' : 'link')])
    : rows.map(({ cells }) => cells);
}

/** Where a link of a table sells, or a mailbox or a number to write to or call. Other links of a page may be anything. */
const addressIn = (anchor: HTMLAnchorElement): string | undefined =>
  readPurchaseLink(anchor.href) || /^(mailto|tel):/i.test(anchor.getAttribute('href') ?? '')
    ? anchor.href
    : undefined;

const ofMarkdown = (text: string): Cells =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line.includes('|') && !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .replace(/^\||\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) =>
          cell.replaceAll('\\|', '|').replace(/^\s*\[([^\]]*)\]\(((?:https|mailto|tel):[^)\s]+)\)\s*$/, '$2'),
        ),
    );

/** By the separator that the most lines have. */
function ofSpreadsheet(text: string): Cells {
  const lines = text.split(/\r?\n/);
  const count = (separator: string) => lines.filter((line) => line.includes(separator)).length;
  const [separator = ','] = SEPARATORS.toSorted((a, b) => count(b) - count(a));
  try {
    return linesOf(text.replace(/^\uFEFF/, ''), separator);
  } catch (error) {
    // Quotes within a sentence: it is no table.
    if (error instanceof LimioError) return [];
    throw error;
  }
}
