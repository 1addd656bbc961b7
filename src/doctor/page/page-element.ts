import { html as spec, type DefaultTreeAdapterTypes as Tree } from 'parse5';

/** An element of a page, as far as the checks look at it. */
export interface PageElement {
  tag: string;
  attributes: Readonly<Record<string, string>>;
  parent: PageElement | undefined;
  children: readonly PageElement[];
  /** All text in it, as `textContent` has it. */
  text: string;
  /** Line of its start tag, from 1 on; `undefined` where the browser adds the element by itself. */
  line: number | undefined;
  /** The start tag as it was written. */
  source: string;
  /** There is an end tag of its own. */
  isClosed: boolean;
  /** It stands in a picture or a formula, where browsers make no element of HTML of it. */
  isForeign: boolean;
  /** What is read right behind a tag of ours: text, or a block of text. */
  behind: string;
}

/** Where the page names our tag without having one there: in a comment, or as text of an element. */
export interface Mention {
  place: string;
  line: number | undefined;
}

/** The elements of a page in their order, and where our tag is only spoken of. */
export interface Elements {
  elements: PageElement[];
  mentions: Mention[];
}

const OUR_TAG = 'limio-offers';
const TAG = /<limio-offers\b/i;

/**
 * Reads the tree that a browser makes of a page. What a `<template>` holds is not in the page, unless it is the shadow
 * root of an element around us; one inside of our tag is a picture of what its links say already.
 */
export function elementsOf(document: Tree.Document, html: string): Elements {
  const elements: PageElement[] = [];
  const mentions: Mention[] = [];
  const mention = (place: string, node: Tree.Node) =>
    mentions.push({ place, line: node.sourceCodeLocation?.startLine });

  const visit = (node: Tree.ChildNode, parent: PageElement | undefined): PageElement | undefined => {
    if ('data' in node && TAG.test(node.data)) mention('a comment', node);
    if ('value' in node && TAG.test(node.value)) mention(parent ? `<${parent.tag}>` : 'text', node);
    if (!('tagName' in node)) return undefined;
    const { sourceCodeLocation: at } = node;
    const start = at?.startTag;
    const element: PageElement & { children: PageElement[] } = {
      tag: node.tagName,
      attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      parent,
      children: [],
      text: textOf(node),
      line: at?.startLine,
      source: start ? html.slice(start.startOffset, start.endOffset) : '',
      isClosed: Boolean(at?.endTag),
      isForeign: node.namespaceURI !== spec.NS.HTML,
      behind: node.tagName === OUR_TAG ? textBehind(node) : '',
    };
    elements.push(element);
    const { content } = node as Partial<Tree.Template>;
    const isShown = 'shadowrootmode' in element.attributes && !isIn('limio-offers', element);
    if (content && !isShown && TAG.test(textIn(node, html))) mention('<template>', node);
    for (const child of content && isShown ? content.childNodes : node.childNodes) {
      const made = visit(child, element);
      if (made) element.children.push(made);
    }
    return element;
  };
  for (const node of document.childNodes) visit(node, undefined);
  return { elements, mentions };
}

const textIn = ({ sourceCodeLocation: at }: Tree.Element, html: string): string =>
  at ? html.slice(at.startOffset, at.endOffset) : '';

function textOf(node: Tree.Node): string {
  if ('value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

/** Blocks of text, as editors make them. Scripts are not read, and `<pre>` is there to show code. */
const BLOCK = /^(p|div|span)$/;

/** The text behind a node, up to the next element; that of a block of text where there is nothing in between. */
function textBehind(node: Tree.Element): string {
  const siblings = node.parentNode?.childNodes ?? [];
  let text = '';
  for (const next of siblings.slice(siblings.indexOf(node) + 1)) {
    if ('value' in next) text += next.value;
    else if ('tagName' in next) return text.trim() || (BLOCK.test(next.tagName) ? textOf(next) : '');
  }
  return text;
}

/** Quotes have parted a value of it: what follows them was read as an attribute. */
export const isParted = ({ attributes }: PageElement): boolean =>
  Object.keys(attributes).some((name) => /[“”„‟‘’"']/.test(name));

/** The elements around one, the nearest first. */
export function* around({ parent }: PageElement): Generator<PageElement> {
  for (let each = parent; each; each = each.parent) yield each;
}

const isIn = (tag: string, element: PageElement): boolean =>
  [...around(element)].some((each) => each.tag === tag);

/** All elements in one, in their order. */
export const descendantsOf = ({ children }: PageElement): PageElement[] =>
  children.flatMap((child) => [child, ...descendantsOf(child)]);
