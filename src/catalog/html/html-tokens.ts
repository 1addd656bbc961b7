/** A run of text, still with its character references, or a tag. */
export type HtmlToken = { text: string } | { tag: string; isEnd: boolean; title?: string };

/** Tags that begin a line of their own, and end the one before. */
export const BLOCK = /^(?:br|hr|p|div|[uod]l|li|d[td]|h[1-6]|table|tr|blockquote|pre|section|article)$/;

/** Tags whose text is struck. */
export const STRUCK = /^(?:s|del|strike)$/;

/** The one attribute that is read: what a pointer shows. */
const TITLE = /\stitle\s*=\s*(?:"([^"]*)"|'([^']*)')/i;

/** What is inside these was never meant to be read. */
const UNREAD = /^(?:script|style|template|title|textarea|iframe)$/;

/**
 * Cuts HTML into text and tags the way a browser does, without a document: the same on a server.
 *
 * One pass forward: every search starts where the last one ended, so the time grows with the length and
 * with nothing else. A tag, comment or script that is never closed lasts to the end. Of attributes only `title` is read.
 *
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 *
 * @example
 * [...htmlTokens('<s title=">">€35</s>')]; // { tag: 's', isEnd: false }, { text: '€35' }, { tag: 's', isEnd: true }
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  const markup = /<(?:!--|[!?]|(\/?)([a-z][^\s/>]*)|\/)/gi;
  for (let at = 0; at < html.length;) {
    markup.lastIndex = at;
    const found = markup.exec(html);
    const text = html.slice(at, found?.index);
    if (text) yield { text };
    if (!found) return;

    const [start, slash, name] = found;
    at = markup.lastIndex;
    if (name) {
      const tag = name.toLowerCase();
      const end = endOfTag(html, at);
      const title = TITLE.exec(html.slice(at, end));
      yield { tag, isEnd: slash === '/', ...(title && { title: title[1] ?? title[2] ?? '' }) };
      at = end;
      if (!slash && UNREAD.test(tag)) at = startOfEnd(tag, html, at);
    } else {
      // The dashes that open a comment may close it as well: `<!-->`.
      at = start === '<!--' ? after('-->', html, at - 2) : after('>', html, at);
    }
  }
}

/** A `>` inside a quoted value does not end the tag. */
function endOfTag(html: string, from: number): number {
  const step = /=\s*(?:"[^"]*"?|'[^']*'?)|>/g;
  step.lastIndex = from;
  for (let found = step.exec(html); found; found = step.exec(html))
    if (found[0] === '>') return step.lastIndex;
  return html.length;
}

function startOfEnd(tag: string, html: string, from: number): number {
  const end = new RegExp(`</${tag}(?![^\\s/>])`, 'gi');
  end.lastIndex = from;
  return end.exec(html)?.index ?? html.length;
}

function after(mark: string, html: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}
