/** Attributes behind a link as Markdown has them, in programs that print what they do not know: `{: .button data-price="29" }`. */
const ATTRIBUTES = /^\s*\{:?((?:\s*(?:[.#][\w-]+|[\w-]+=(?:"[^"]*"|[^\s"}]+)))+)\s*\}/;

/**
 * Puts attributes that stand as text behind a link on that link, as far as they are `data-*`; the text is taken away.
 *
 * @example
 * mendAttributes(element); // <a href="…">Pro</a>{: data-price="29" } becomes <a href="…" data-price="29">Pro</a>
 */
export function mendAttributes(host: Element): void {
  for (const link of host.querySelectorAll('a[href*=purchase]')) {
    const behind = link.nextSibling;
    const [whole = '', list = ''] = (behind?.nodeType === 3 && ATTRIBUTES.exec(behind.nodeValue!)) || [];
    for (const [, name, value] of list.matchAll(/(data-[\w-]+)=("[^"]*"|\S+)/g))
      link.setAttribute(name!, value!.replaceAll('"', ''));
    if (whole) behind!.nodeValue = behind!.nodeValue!.slice(whole.length);
  }
}
