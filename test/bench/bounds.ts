import { readFileSync, writeFileSync } from 'node:fs';
import type { Figure } from './figure.ts';

const FILE = 'test/bench/bounds.json';

/** A ratio may be so much worse than the one that was recorded: machines differ more than that. */
const SLACK = 1.25;

type Bounds = Record<string, Record<string, number>>;

const read = (): Bounds => JSON.parse(readFileSync(FILE, 'utf8')) as Bounds;

/** What got worse than its bound, a sentence each. Figures without a bound pass. */
export function worse(groups: ReadonlyMap<string, readonly Figure[]>): string[] {
  const bounds = read();
  return each(groups).flatMap(({ group, what, median }) => {
    const bound = bounds[group]?.[what];
    return bound !== undefined && median > bound
      ? [`${group}, ${what}: ${median.toFixed(2)}, and it was at most ${bound}.`]
      : [];
  });
}

/** Records bounds for the groups that ran: the upper end of each spread, and some slack. */
export function record(groups: ReadonlyMap<string, readonly Figure[]>): void {
  const bounds = read();
  for (const { group } of each(groups)) bounds[group] = {};
  // By the clock, a busy machine decides.
  for (const { group, what, high } of each(groups))
    if (!/by the clock/.test(what)) bounds[group]![what] = Math.ceil(high * SLACK * 1000) / 1000;
  writeFileSync(FILE, `${JSON.stringify(bounds, null, 2)}\n`);
}

const each = (groups: ReadonlyMap<string, readonly Figure[]>) =>
  [...groups].flatMap(([group, figures]) =>
    figures.flatMap(({ what, ratio }) => (ratio ? [{ group, what, ...ratio }] : [])),
  );
