import { readPurchaseLink, type PurchaseLink } from '../../../src/core/link/purchase-link.ts';
import type { Feature, Offer } from '../../../src/core/offer/offer.ts';
import { readOffer } from '../../../src/core/offer/read-offer.ts';
import type { Cells } from './cells.ts';
import { columnsOf, type Column } from './headings.ts';
import { addressOf, groupOf, usualPath } from './plans.ts';
import { doubtsOf, priceIn } from './price-cell.ts';

/** What a table holds. */
export interface Table {
  offers: readonly Offer[];
  links: ReadonlyArray<{ link: PurchaseLink }>;
  /** What was left out or taken for granted, in words. */
  problems: readonly string[];
}

/** A line above the headings may name the list. */
const MOST_LINES_ABOVE = 4;

/**
 * Reads plans from a table with a heading for each column, or with a column for each plan. Several prices, each with its
 * interval, are as many groups. Columns that nobody knows are features, where none is called so.
 *
 * @returns `undefined` where it is no table of plans.
 *
 * @example
 * readTable([['Plan', 'Price'], ['Pro', '29 EUR/month']])?.offers;
 * // [{ path: '/offers2/Pro', name: 'Pro', price: { amount: '29', currency: 'EUR', interval: … } }]
 */
export function readTable(cells: Cells): Table | undefined {
  const turned = turn(cells);
  if (hasPrices(turned[0]) && !hasPrices(cells[0])) return tableOf(turned);
  const above = cells.slice(0, MOST_LINES_ABOVE).findIndex(isHeading);
  if (above >= 0) return tableOf(cells.slice(above));
  return cells.every(([name, price = '']) => name && /\d/.test(price) && priceIn(price).price)
    ? tableOf([['name', 'price'], ...cells])
    : undefined;
}

const isHeading = (row: readonly string[]): boolean =>
  columnsOf(row).some((column) => /^(name|path|link|amount)$/.test(column?.what ?? '')) &&
  !row.some((cell, n) => n && /\d/.test(cell) && priceIn(cell).price);

/** Of plans that stand side by side, it is the first cells of the lines that say so. */
const hasPrices = (headings: readonly string[] = []): boolean =>
  columnsOf(headings.slice(1)).some((column) => column?.what === 'amount');

const turn = (cells: Cells): Cells => cells[0]!.map((_, column) => cells.map((row) => row[column] ?? ''));

function tableOf([headings = [], ...rows]: Cells): Table {
  const found = columnsOf(headings);
  const isNamed = found.some((column) => /^(name|path|link)$/.test(column?.what ?? ''));
  // What the first column is called in other languages, if it is called anything.
  const columns = isNamed ? found : found.with(0, { what: 'name', heading: '' });
  const hasFeatures = columns.some((column) => column?.what === 'features');
  const others = hasFeatures
    ? []
    : headings.flatMap((heading, n) => (columns[n] || !heading ? [] : [[heading, n] as const]));
  const problems = new Set<string>();
  const offers = rows.flatMap((row, n) => {
    const each = offersOf(row, columns, others, problems);
    if (!each.length) problems.add(`Line ${n + 2} has no name.`);
    return each;
  });
  if (others.length) problems.add(`Read as features: ${others.map(([heading]) => heading).join(', ')}.`);
  const links = rows.flatMap((row) =>
    columns.flatMap((column, n) => {
      const link = column?.what === 'link' && readPurchaseLink(row[n] ?? '');
      return link ? [{ link }] : [];
    }),
  );
  return { offers: apart(offers, problems), links, problems: [...problems] };
}

function offersOf(
  row: readonly string[],
  columns: ReadonlyArray<Column | undefined>,
  others: ReadonlyArray<readonly [heading: string, column: number]>,
  problems: Set<string>,
): Offer[] {
  const texts: Partial<Record<Column['what'], string>> = {};
  for (const [n, column] of columns.entries()) if (column && row[n]) texts[column.what] ??= row[n];
  const { name, path, link = '', features = '', amount: _, currency, interval, was, ...rest } = texts;
  const sold = readPurchaseLink(link)?.offers?.[0];
  const href = sold ? undefined : addressOf(link);
  const given = path || sold || (name && (href ? `/${name}` : usualPath(name)));
  if (!given) return [];
  const lines = [...linesOf(features), ...others.flatMap(([heading, n]) => featureOf(heading, row[n] ?? ''))];
  const prices = columns.flatMap((column, n) =>
    column?.what === 'amount' && row[n] ? [{ ...column, text: row[n] }] : [],
  );
  const areTold = prices.every((price) => price.interval);
  if (prices.length > 1 && !areTold)
    problems.add('Only the first price of each plan is read. Head the columns “Monthly” and “Yearly”.');
  const shown = areTold ? prices : prices.slice(0, 1);
  return (shown.length ? shown : [undefined]).flatMap((column) => {
    const beside = { currency: currency ?? column?.currency, interval: interval ?? column?.interval, was };
    const price = column ? priceIn(column.text, beside) : {};
    if (column) for (const doubt of doubtsOf(column.text, price)) problems.add(doubt);
    const offer = readOffer({ name, ...rest, path: given, ...price, features: lines, href });
    return offer ? [offer] : [];
  });
}

/** Prices of one plan, each with its interval, are as many offers, and groups of them. */
function apart(offers: readonly Offer[], problems: Set<string>): Offer[] {
  const paths = offers.map(({ path }) => path);
  return offers.flatMap((offer, n) => {
    const group = groupOf(offer.price?.interval);
    const first = paths.indexOf(offer.path);
    if (first === paths.lastIndexOf(offer.path)) return offer;
    if (!group) return first === n ? offer : [];
    problems.add('Each price is an offer of its own in Limio: check the paths under “Type”.');
    const path = `${offer.path} ${group[0]!.toUpperCase()}${group.slice(1)}`;
    return { ...offer, path, group: offer.group ?? group };
  });
}

const linesOf = (features: string): string[] =>
  features
    .split(/\s*(?:[|\n;•]|(?:^|\n)\s*[-*✓✔])\s*/)
    .map((line) => line.replace(/^[-*✓✔]\s*/, ''))
    .filter(Boolean);

/** What a plan has of a feature that heads a column. */
function featureOf(text: string, cell: string): Array<string | Feature> {
  if (!cell) return [];
  if (/^(yes|y|true|x|ja|oui|si|sí|sim|included|inklusive|inclus|✓|✔|✅|☑)️?$/i.test(cell)) return [text];
  if (/^(no|n|false|nein|non|não|nao|nee|not included|[-–—]|✗|✘|✕|×|❌)️?$/i.test(cell))
    return [{ text, included: false }];
  return [{ text, value: cell }];
}
