/** Deepest a document may be nested: readers of other languages give up from 64 levels on, and ours at some thousand. */
const MAX_DEPTH = 100;

/**
 * Whether a text of JSON means the same to every reader: `JSON.parse` keeps the last of two equal names, others keep the
 * first, `__proto__` is the parent of an object for some, and what is nested deep can be read by some alone. Without
 * recursion, so that it can be told of any depth.
 *
 * @param value what `JSON.parse` made of the text.
 */
export function isUnambiguous(text: string, value: unknown): boolean {
  let names = 0;
  let depth = 0;
  for (let level = [value].filter(isNested); level.length; level = level.flatMap(nestedIn)) {
    if (++depth > MAX_DEPTH) return false;
    for (const each of level) {
      if (Array.isArray(each)) continue;
      names += Object.keys(each).length;
      if (Object.hasOwn(each, '__proto__')) return false;
    }
  }
  return names === writtenNames(text);
}

const isNested = (value: unknown): value is object => typeof value === 'object' && value !== null;

const nestedIn = (value: object): object[] => Object.values(value).filter(isNested);

/** How many names stand in a text that is known to be JSON: strings that are followed by a colon. */
function writtenNames(text: string): number {
  let names = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/gs)) if (colon) names++;
  return names;
}
