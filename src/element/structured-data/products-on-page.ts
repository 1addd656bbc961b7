const PRODUCT = /(^|\/)Product(Group)?$/;

/**
 * Names of the products that a page describes, in JSON-LD or in microdata.
 *
 * @param own script that does not count.
 */
export function productsOnPage(page: Document, own?: Element): ReadonlySet<string> {
  const names = new Set<string>();
  for (const script of page.querySelectorAll('script[type="application/ld+json"]'))
    if (script !== own) collectNames(read(script.textContent ?? ''), names);
  for (const product of page.querySelectorAll('[itemtype$="schema.org/Product"] [itemprop="name"]'))
    names.add((product.getAttribute('content') ?? product.textContent ?? '').trim());
  return names;
}

function collectNames(value: unknown, names: Set<string>): void {
  if (!value || typeof value !== 'object') return;
  const { '@type': type, name } = value as Record<string, unknown>;
  if ([type].flat().some((each) => PRODUCT.test(String(each))) && typeof name === 'string')
    names.add(name.trim());
  for (const part of Object.values(value)) collectNames(part, names);
}

/** What cannot be read says nothing, to a search engine either. */
function read(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
