/**
 * Whether a text of JSON means the same to every reader: `JSON.parse` keeps the last of two equal names, others keep the
 * first, and `__proto__` is the parent of an object for some. Without recursion: it may be deep.
 *
 * @param value what `JSON.parse` made of the text.
 */
export function isUnambiguous(text: string, value: unknown): boolean {
  let names = 0;
  const waiting = [value];
  while (waiting.length) {
    const next = waiting.pop();
    if (!next || typeof next !== 'object') continue;
    if (!Array.isArray(next)) {
      names += Object.keys(next).length;
      if (Object.hasOwn(next, '__proto__')) return false;
    }
    for (const each of Object.values(next)) waiting.push(each);
  }
  return names === writtenNames(text);
}

/** How many names stand in a text that is known to be JSON: strings that are followed by a colon. */
function writtenNames(text: string): number {
  let names = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"\s*(:)?/gs)) if (colon) names++;
  return names;
}
