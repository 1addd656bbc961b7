import { fieldsOf } from '../core/read-fields.ts';
import { listIn } from './list-in.ts';
import { parseJson } from './parse-json.ts';

/** A tag that takes its offers from nowhere else. */
const OF_LINKS = ':not([src],[data-src],[backend],[data-backend],[offers],[data-offers])';

/**
 * Makes a JSON script again of a list that stands as text between the tags of an element, or, where nothing is left
 * there, right behind it: filters remove the script and keep what is in it, and editors put that into paragraphs.
 *
 * Text that cannot be read as a list of offers stays as it is.
 *
 * @example
 * mendJson(element); // <p>[{“path”: “/offers2/Pro”}]</p> becomes <script type="application/json">…</script>
 */
export function mendJson(host: Element): void {
  const behind = host.matches(OF_LINKS) && !host.textContent!.trim() && host.nextElementSibling;
  // A page may well show such a list as code.
  const isText = behind && behind.matches('p') && !behind.querySelector('code');
  const nodes = [...(isText ? [behind] : host.childNodes)].filter(
    ({ nodeName }) => !/^(#comment|script)$/i.test(nodeName),
  );
  const first = nodes.findIndex(({ textContent }) => /^\s*[[{]/.test(textContent!));
  const last = nodes.map(({ textContent }) => /[\]}]\s*$/.test(textContent!)).lastIndexOf(true);
  const printed = nodes.slice(first, last + 1);
  try {
    const document = parseJson(printed.map(({ textContent }) => textContent).join('\n'));
    if (!listIn(document)?.some((entry) => fieldsOf(entry)['path'])) return;
    const script = host.ownerDocument.createElement('script');
    script.type = 'application/json';
    script.text = JSON.stringify(document);
    // Whoever owns the children finds them where they were.
    for (const node of printed as HTMLElement[]) {
      node.textContent = '';
      node.hidden = true;
    }
    host.append(script);
  } catch {
    // It is other text.
  }
}
