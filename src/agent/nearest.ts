/** How much of two texts must agree for one to be offered in place of the other, from 0 to 1. */
const LEAST_LIKENESS = 0.3;

/**
 * The known names that are most like one that is not known, the most likely first.
 *
 * @example
 * nearest('/offers2/Pro Plan', ['/offers2/Pro', '/offers2/Basic'], 5); // ['/offers2/Pro']
 */
export function nearest(wanted: string, known: readonly string[], max: number): string[] {
  const pairs = new Set(pairsOf(wanted));
  return [...new Set(known)]
    .map((name) => ({ name, likeness: likeness(pairs, pairsOf(name)) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, max)
    .map(({ name }) => name);
}

/** Pairs of neighbouring letters and digits of the part that tells names apart, which is the last one of a path. */
function pairsOf(name: string): string[] {
  const own = ` ${name.slice(name.lastIndexOf('/', name.length - 2) + 1)} `
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const pairs = [];
  for (let at = 1; at < own.length; at++) pairs.push(own.slice(at - 1, at + 1));
  return pairs;
}

/** Sørensen–Dice coefficient: the share of pairs that two names have in common. Lists of names may be long. */
function likeness(wanted: ReadonlySet<string>, pairs: readonly string[]): number {
  const shared = new Set(pairs.filter((pair) => wanted.has(pair))).size;
  return wanted.size + pairs.length ? (2 * shared) / (wanted.size + pairs.length) : 0;
}
