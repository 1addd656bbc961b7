import { parse } from 'parse5';
import { unquoted } from '../../core/unquoted.ts';
import { readPolicies, type Policy } from '../policy/policy.ts';
import { elementsOf, type Elements, type PageElement } from './page-element.ts';

/** A page that is examined. */
export interface Page extends Elements {
  /** Its address; left out for what was pasted or lies in a file. */
  url?: URL | undefined;
  /** What its relative addresses begin from; left out where that is not known. */
  base?: URL | undefined;
  /** The content security policies that hold in it. */
  policies: readonly Policy[];
}

/** What is known of a page beside its HTML. */
export interface Given {
  /** Address of the page. */
  url?: string | undefined;
  /** Headers it was sent with. */
  headers?: Headers | undefined;
}

/** Reads a page as a browser does that runs scripts. */
export function readPage(html: string, { url, headers }: Given = {}): Page {
  const document = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: true });
  const found = elementsOf(document, html);
  const { elements } = found;
  const address = url === undefined ? undefined : new URL(url);
  const [base] = elements.filter(({ tag, attributes }) => tag === 'base' && attributes['href']);
  return {
    ...found,
    url: address,
    base: resolve(base?.attributes['href'], address) ?? address,
    policies: readPolicies(elements, headers),
  };
}

/** An address of the page in full; `undefined` where that cannot be told. */
export function resolve(href: string | undefined, base: URL | undefined): URL | undefined {
  try {
    return href === undefined ? undefined : new URL(href, base);
  } catch {
    return undefined;
  }
}

/** The tags of ours that browsers make an element of. */
export const tagsOf = ({ elements }: Page): PageElement[] =>
  elements.filter(({ tag, isForeign }) => tag === 'limio-offers' && !isForeign);

/** Those that stand in a picture or a formula, where browsers make none. */
export const foreignTagsOf = ({ elements }: Page): PageElement[] =>
  elements.filter(({ tag, isForeign }) => tag === 'limio-offers' && isForeign);

/** An attribute of our tag, in either of its forms, as the element reads it. */
export const settingOf = ({ attributes }: PageElement, name: string): string | undefined => {
  const written = attributes[name] ?? attributes[`data-${name}`];
  return written === undefined ? undefined : unquoted(written);
};
