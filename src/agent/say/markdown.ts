/** Signs that mean something inside a line of Markdown, and what would become a link by itself. */
const SIGNS = /[\\`*_[\]<>~|&#@]|!(?=\[)|(?<=\])\(|:(?=\/)|(?<!:)\/(?=\/)|(?<=www)\./gi;

/** What starts a list, a heading or a rule where a line begins. */
const FIRST_SIGN = /^[-+=]|(?<=^\d{1,9})[.)]/;

/**
 * Text that reads in Markdown as it is written, and never becomes a link, a picture or a heading.
 *
 * @param text one line.
 *
 * @example
 * escapeMarkdown('*Best* [deal](x)'); // '\\*Best\\* \\[deal\\]\\(x)'
 */
export const escapeMarkdown = (text: string): string =>
  text.replace(SIGNS, '\\$&').replace(FIRST_SIGN, '\\$&');

/** A name to be copied letter by letter, whatever backticks it holds. */
export function codeSpan(text: string): string {
  const runs = [...text.matchAll(/`+/g)].map(([run]) => run.length);
  const fence = '`'.repeat(Math.max(0, ...runs) + 1);
  return runs.length ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** A link that survives chats and models: its address in angle brackets, never bare. */
export const markdownLink = (text: string, url: string): string => `[${escapeMarkdown(text)}](<${url}>)`;
