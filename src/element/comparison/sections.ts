import type { Feature, Offer } from '../../core/offer/offer.ts';

/** A line of the table: one feature, and what each offer says of it, in the order of the offers. */
export interface Row {
  text: string;
  hint?: string | undefined;
  cells: ReadonlyArray<Feature | undefined>;
}

/** The lines below one heading; those without a heading come as they are. */
export interface Section {
  heading: string;
  rows: readonly Row[];
}

/**
 * What offers include, side by side: a feature of the same text below the same heading is one line.
 *
 * An offer that does not name a feature says nothing of it: its cell is empty, and nobody claims that it is missing.
 * New lines come after the one their offer named before them, so that the order of each offer is kept. Lines without a
 * heading come first, as below another they would seem to belong to it.
 *
 * @example
 * sectionsOf([{ path: '/a', name: 'A', features: ['Mail'] }, { path: '/b', name: 'B', features: ['Mail', 'Calls'] }]);
 * // [{ heading: '', rows: [{ text: 'Mail', cells: [{…}, {…}] }, { text: 'Calls', cells: [undefined, {…}] }] }]
 */
export function sectionsOf(offers: readonly Offer[]): Section[] {
  const sections = new Map<string, Array<{ text: string; cells: Array<Feature | undefined> }>>([['', []]]);
  offers.forEach(({ features = [] }, column) => {
    let last: { text: string } | undefined;
    for (const line of features) {
      const feature: Feature = typeof line === 'string' ? { text: line } : line;
      const heading = feature.group ?? '';
      const rows = sections.get(heading) ?? [];
      sections.set(heading, rows);
      let row = rows.find(({ text }) => text === feature.text);
      if (!row) {
        row = { text: feature.text, cells: offers.map(() => undefined) };
        const at = rows.findIndex((each) => each === last);
        rows.splice(at < 0 ? rows.length : at + 1, 0, row);
      }
      row.cells[column] = feature;
      last = row;
    }
  });
  return [...sections]
    .filter(([, rows]) => rows.length)
    .map(([heading, rows]) => ({
      heading,
      rows: rows.map((row) => ({ ...row, hint: row.cells.find((cell) => cell?.hint)?.hint })),
    }));
}
