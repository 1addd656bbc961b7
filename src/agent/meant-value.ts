/**
 * What a model means where a list is asked for. Models, and programs between them and us, send a list as text, as JSON
 * or as Python writes it, paths with commas between them, and one entry in place of a list.
 *
 * @returns the list; what is neither comes back as it is, to be refused.
 *
 * @example
 * meantList('["/offers2/Pro"]'); // ['/offers2/Pro']
 * meantList('/offers2/Pro'); // ['/offers2/Pro']
 */
export function meantList(given: unknown): unknown {
  if (typeof given !== 'string') return given;
  const list = [given, given.replaceAll("'", '"')].map(jsonIn).find(Array.isArray);
  return list ?? given.split(/,\s*(?=\/)/);
}

/**
 * What a model means where a whole number is asked for: one that is written as text is read. Nothing else is made a
 * number, and nothing is rounded.
 *
 * @example
 * meantNumber('5'); // 5
 * meantNumber('five'); // 'five'
 */
export const meantNumber = (given: unknown): unknown =>
  typeof given === 'string' && /^\s*\d{1,9}\s*$/.test(given) ? Number(given) : given;

/** What a text holds as JSON, or the text. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
