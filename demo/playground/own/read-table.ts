import { readCsv } from '../../../src/commands/csv.ts';
import { readPurchaseLink, type PurchaseLink } from '../../../src/core/link/purchase-link.ts';
import type { Offer } from '../../../src/core/offer/offer.ts';
import { readOffer } from '../../../src/core/offer/read-offer.ts';
import { readWrittenPrice } from '../../../src/core/price/written-price.ts';
import { usualPath } from './plans.ts';

/** What may head each column, in any case. */
const COLUMNS: Readonly<Record<string, RegExp>> = {
  name: /^(name|plan|offer|title)$/,
  path: /^(path|offer path|limio path)$/,
  link: /^(link|url|purchase link|checkout)$/,
  amount: /^(price|amount)$/,
  currency: /^currency$/,
  interval: /^(interval|period|billing|charged)$/,
  was: /^(was|former price|list price)$/,
  summary: /^(summary|description|tagline)$/,
  badge: /^badge$/,
  features: /^(features|includes|included|what is included)$/,
  cta: /^(cta|button)$/,
  group: /^(group|billing group)$/,
};

/** The separators of a spreadsheet: copied cells, and files of it in several countries. */
const SEPARATORS = ['\t', ';', ','];

/** What a table holds. */
export interface Table {
  offers: readonly Offer[];
  links: ReadonlyArray<{ link: PurchaseLink }>;
  /** Which lines hold no plan, in words. */
  problems: readonly string[];
}

/**
 * Reads plans from a table with a heading for each column: cells copied from a spreadsheet, or a CSV.
 *
 * @returns `undefined` where the first line is no heading of such a table.
 * @throws {LimioError} `config` where a line cannot be read
 *
 * @example
 * readTable('Plan,Price,Period\nPro,29 EUR,monthly')?.offers;
 * // [{ path: '/offers2/Pro', name: 'Pro', price: { amount: '29', currency: 'EUR', interval: … } }]
 */
export function readTable(text: string): Table | undefined {
  const [heading = ''] = text.split(/\r?\n/, 1);
  const separator = SEPARATORS.find((each) => heading.includes(each)) ?? ',';
  const known = heading.split(separator).map(columnOf);
  if (!known.some((column) => /^(name|path|link)$/.test(column ?? ''))) return undefined;
  const rows = readCsv(text, separator).map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, cell]) => [columnOf(name) ?? '', cell])),
  );
  const links = rows.flatMap(({ link = '' }) => {
    const read = readPurchaseLink(link);
    return read ? [{ link: read }] : [];
  });
  const offers = rows.map(offerOf);
  return {
    offers: offers.filter((offer) => offer !== undefined),
    links,
    problems: offers.flatMap((offer, n) => (offer ? [] : [`Line ${n + 2} has no name.`])),
  };
}

const columnOf = (heading: string): string | undefined => {
  const plain = heading.replaceAll('"', '').trim().toLowerCase();
  return Object.keys(COLUMNS).find((column) => COLUMNS[column]!.test(plain));
};

function offerOf(row: Partial<Record<string, string>>): Offer | undefined {
  const { name, path, link = '', features = '' } = row;
  const sold = readPurchaseLink(link)?.offers?.[0];
  const given = path || sold || (name && usualPath(name));
  if (!given) return undefined;
  const { amount, currency, interval, was, ...texts } = row;
  const price = readWrittenPrice({
    amount,
    currency,
    interval: interval || undefined,
    was: was || undefined,
  });
  const lines = features.split(/\s*[|\n]\s*/).filter(Boolean);
  return readOffer({ ...texts, path: given, ...price, features: lines });
}
