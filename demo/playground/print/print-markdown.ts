import { escapeHtml } from '../../../src/core/escape-html.ts';
import { printHtml } from './print-html.ts';
import type { Tree } from './tree.ts';

/** Signs that Markdown, MDX or a template would read as something else; as entities they are text to each of them. */
const SIGNS = /[\\`*_[\]{}#|~^$]/g;

/** Writes text for HTML inside Markdown, whichever kind: nothing in it is markup of either. */
export const escapeForMarkdown = (text: string): string =>
  escapeHtml(text).replace(SIGNS, (sign) => `&#${sign.charCodeAt(0)};`);

/**
 * Writes the links in Markdown itself, with blank lines around, inside the tag: a renderer that takes no HTML still
 * makes links of them.
 */
export function printMarkdown(tree: Tree): string {
  const [open, close] = printHtml({ ...tree, children: ['\n'] }).split('\n');
  const links = tree.children.map((child) => (typeof child === 'string' ? '' : linkOf(child)));
  return [open, ...links, close].join('\n\n');
}

function linkOf({ attributes, children }: Tree): string {
  const [, href = ''] = attributes.find(([name]) => name === 'href') ?? [];
  const text = children.filter((child) => typeof child === 'string').join(' ');
  // A bracket in the address would end the link.
  return `[${escapeForMarkdown(text)}](${href.replace(/[()<>]/g, encodeBracket)})`;
}

const encodeBracket = (sign: string) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
