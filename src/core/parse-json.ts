import { LimioError } from './errors/limio-error.ts';

/**
 * Parses JSON from a page. Editors put typographic quotes, hard spaces, byte order marks and trailing commas
 * into it; those are mended.
 *
 * @throws {LimioError} `json_invalid`
 */
export function parseJson(text: string): unknown {
  const mended = () =>
    text
      .replace(/[“”„‟]/g, '"')
      .replace(/[\u00a0\ufeff]/g, ' ')
      .replace(/,(?=\s*[\]}])/g, '');
  for (const attempt of [() => text, mended])
    try {
      return JSON.parse(attempt());
    } catch {}
  throw new LimioError('json_invalid', 'The JSON cannot be read. Look for a missing quote or comma.');
}
