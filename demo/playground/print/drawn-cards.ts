import type { Tree } from './tree.ts';

/** What is not seen: places of the page's own words, what is said while something changes, empty lines. */
const LEFT_OUT = 'slot, [role=status], p:empty, span:empty';

/** What a part draws that is loaded later, with a style of its own; the switch between groups is in the style sheet, too. */
const LATER = ':is(button, input, select, form, fieldset, dialog):not(.groups, .groups *)';

/** Whether all of this can stand in the page before the script. */
export const isDrawnAtOnce = (base: Element): boolean =>
  Boolean(base.querySelector('a[href]')) && !base.querySelector(LATER);

/** Attributes that say how a part looks and what it is. */
const KEPT = [
  'class',
  'part',
  'role',
  'lang',
  'dir',
  'href',
  'src',
  'alt',
  'title',
  'type',
  'name',
  'value',
  'checked',
  'data-group',
];

/**
 * The cards as the element has drawn them, to stand in the page before its script: headings, prices, lists and real
 * links, which the style sheet `limio-offers.css` draws as the element would.
 *
 * @param base what the element has drawn.
 * @param links the plain links of the same offers, whose data the links of the cards carry.
 * @param first the group that is shown first; `''` for the first one.
 */
export function drawnCards(base: Element, links: readonly Tree[], first = ''): Tree {
  const copy = base.cloneNode(true) as Element;
  for (const left of copy.querySelectorAll(LEFT_OUT)) left.remove();
  beginWith(first, copy);
  const given = new Map(links.map((link) => [hrefOf(link), link.attributes]));
  return {
    tag: 'div',
    attributes: [['class', 'limio-cards']],
    children: [treeFrom(copy, given)],
  };
}

/** Whatever was chosen here: customers begin with the group that was set, and styles alone switch to the others. */
function beginWith(first: string, copy: Element): void {
  const [stack] = copy.querySelectorAll('.stack');
  const inputs = [...copy.querySelectorAll<HTMLInputElement>('.groups input')];
  if (!stack || !inputs[0]) return;
  stack.append(...[...stack.children].sort((a, b) => placeOf(a) - placeOf(b)));
  // Lists of one page have names of their own, or a choice in one would end that in the other.
  const list = copy.querySelector('a')?.getAttribute('href') ?? '';
  const chosen = inputs.find(({ value }) => value === first) ?? inputs[0];
  for (const input of inputs) {
    input.name = `group of ${list.replace(/^.*purchase=/, '')}`;
    input.toggleAttribute('checked', false);
  }
  chosen.setAttribute('checked', 'checked');
}

/** The cards of a group know its place in the switch by a class: `g1`. */
const placeOf = ({ classList }: Element): number =>
  Number([...classList].find((name) => /^g\d+$/.test(name))?.slice(1));

const hrefOf = ({ attributes }: Tree): string => attributes.find(([name]) => name === 'href')?.[1] ?? '';

/** What the link sells. Its text is that of a button, and not a name. */
function dataOf(link: Element, given: ReadonlyMap<string, Tree['attributes']>): Tree['attributes'] {
  const all = given.get(link.getAttribute('href') ?? '') ?? [];
  const data = all.filter(([name]) => name !== 'href' && name !== 'data-cta');
  return [...data, ['data-cta', link.firstElementChild?.textContent ?? '']];
}

function treeFrom(element: Element, given: ReadonlyMap<string, Tree['attributes']>): Tree {
  const data = element.matches('a') ? dataOf(element, given) : [];
  const own = KEPT.flatMap((name): Tree['attributes'] => {
    const value = element.getAttribute(name)?.trim();
    return value ? [[name, value]] : [];
  });
  return {
    tag: element.localName,
    attributes: [...own, ...data],
    children: [...element.childNodes].flatMap((node): Tree['children'] => {
      if (node instanceof Element) return [treeFrom(node, given)];
      const text = node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? '') : '';
      return text.trim() ? [text] : [];
    }),
    isInline: element.matches('span, bdi, s, strong, a *'),
  };
}
