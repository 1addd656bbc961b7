import { LimioError } from '../core/errors/limio-error.ts';

/**
 * Parses JSON from a page. Editors put typographic quotes, blanks of all kinds, paragraphs and line breaks, comments,
 * backslashes and character references into it, and authors commas at the end; those are mended.
 *
 * What is in a text stays as it is, and what is not there is not made up: no quote, no bracket, no comma between.
 *
 * @throws {LimioError} `json_invalid`
 *
 * @example
 * parseJson('<p>[ {“path”: “/offers2/Pro”}, ] <!-- plans --></p>'); // [{ path: '/offers2/Pro' }]
 */
export function parseJson(text: string): unknown {
  for (const attempt of [text, mended(text), mended(withQuotes(text))])
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt mends more.
    }
  throw new LimioError('json_invalid', 'The JSON cannot be read. Look for a missing quote or comma.');
}

/** A text between plain quotes, between typographic ones, or between quotes behind backslashes. */
const TEXTS = /("(?:[^"\\]|\\[^])*")|[“”„‟″«»]([^“”„‟″«»]*)[“”„‟″«»]|\\"((?:[^\\]|\\(?!"))*)\\"/;

/** What may stand between them that is no JSON: comments, markup, and blanks that JSON does not know. */
const OTHERS =
  /\/\*[^]*?\*\/|\/\/[^\n]*|<!--[^[{]*?-->|<!--|-->|<!\[CDATA\[|\]\]>|<\/?(?:p|br|span|div|pre|code)\b[^>]*>|[\p{Cf}\p{Z}\f\v]/u;

const PIECES = new RegExp(`${TEXTS.source}|(${OTHERS.source})`, 'gu');

/** A comma before the end of a list or an object; texts are passed over. */
const LAST_COMMAS = /("(?:[^"\\]|\\[^])*")|,(?=\s*[\]}])/g;

/** Quotes and blanks that are written as references, also where an editor has escaped them twice. */
const withQuotes = (text: string): string =>
  text
    .replace(/&(amp;)*(quot|#0?34|#x22|[lrb]dquo|#822[0-2]|#8243);/gi, '"')
    .replace(/&(amp;)*(nbsp|#160|#xa0);/gi, ' ');

const mended = (text: string): string =>
  text
    .replace(PIECES, (_, plain?: string, curly?: string, escaped?: string, other?: string) =>
      other === undefined ? textOf(plain ?? `"${(curly ?? escaped)!.replaceAll('"', '\\"')}"`) : ' ',
    )
    .replace(LAST_COMMAS, (_, plain = '') => plain);

/** A text, in which a line break or a tab must not stand as such. */
const textOf = (quoted: string): string => quoted.replace(/\p{Cc}/gu, ' ');
