/** Types of what is sold, by their names or addresses. Some pages name a plan by its offer alone. */
const SOLD = /(^|[/:#])(\w*Product\w*|(Aggregate)?Offer|Service|\w*Application)$/;

/** What names a thing in microdata and in RDFa. */
const NAME = '[itemprop=name],[property=name],[property="schema:name"]';

/**
 * Names of what a page says that it sells: products, their offers, services and programs, in JSON-LD, microdata or RDFa.
 *
 * @param own script that does not count.
 */
export function productsOnPage(page: Document, own?: Element): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (types: unknown, name: string | null) => {
    if (name && [types].flat().some((type) => SOLD.test(`${type}`))) names.add(evened(name));
  };
  for (const script of page.querySelectorAll('script[type^="application/ld+json"]'))
    if (script !== own) collectNames(script.textContent ?? '', add);
  for (const name of page.querySelectorAll(NAME)) {
    const thing = name.closest('[itemtype],[typeof]');
    const types = thing?.getAttribute('itemtype') ?? thing?.getAttribute('typeof');
    add(types?.trim().split(/\s+/), name.getAttribute('content') ?? name.textContent);
  }
  return names;
}

/** Text as it is seen, without the line breaks of its markup. */
const evened = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Adds the name of each thing in a script. What cannot be read says nothing, to a search engine either. */
function collectNames(text: string, add: (types: unknown, name: string) => void): void {
  try {
    JSON.parse(text, (_, thing) => {
      for (const name of [thing?.name].flat()) {
        const said = name?.['@value'] ?? name;
        if (typeof said === 'string') add(thing['@type'], said);
      }
      return thing;
    });
  } catch {}
}
