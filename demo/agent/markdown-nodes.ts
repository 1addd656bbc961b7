/** A link as our tools write it: its words escaped, its address in angle brackets. */
const LINK = /\[((?:\\.|[^\]\\])*)\]\(<([^>]*)>\)/g;

const unescaped = (text: string) => text.replace(/\\(.)/g, '$1').replaceAll('`', '');

/** The Markdown of our tools as nodes, as a chat would show it: links and line breaks. */
export function markdownNodes(text: string): Node[] {
  const nodes: Node[] = [];
  let from = 0;
  for (const { 0: whole, 1: words = '', 2: href = '', index } of text.matchAll(LINK)) {
    nodes.push(new Text(unescaped(text.slice(from, index))));
    const link = Object.assign(document.createElement('a'), {
      textContent: unescaped(words),
      target: '_blank',
    });
    link.href = /^https?:/.test(href) ? href : '#';
    nodes.push(link);
    from = index + whole.length;
  }
  nodes.push(new Text(unescaped(text.slice(from))));
  return nodes;
}
