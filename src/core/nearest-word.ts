/**
 * The word of a list that looks most like another; `undefined` where none does.
 *
 * @param most letters that may differ; without it, two, or a third of a long word.
 *
 * @example
 * nearestWord('sevre', ['serve', 'link']); // 'serve'
 */
export function nearestWord(word: string, words: readonly string[], most?: number): string | undefined {
  const ranked = words
    .map((each) => ({ each, edits: edits(word.toLowerCase(), each) }))
    .sort((a, b) => a.edits - b.edits);
  const best = ranked[0];
  return best && best.edits <= (most ?? Math.max(2, Math.floor(best.each.length / 3)))
    ? best.each
    : undefined;
}

/** How many letters must be changed, added or removed. https://en.wikipedia.org/wiki/Levenshtein_distance */
function edits(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, n) => n);
  for (let i = 1; i <= from.length; i++) {
    const next = [i];
    for (let j = 1; j <= to.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
