import type { Tree } from './tree.ts';

/** Writes the links as plain text, one a line behind what it sells: for a mail, a chat, a button of a page builder. */
export const printLinks = ({ children }: Tree): string =>
  children
    .filter((child) => typeof child !== 'string')
    .map(({ attributes, children: [text] }) => `${String(text)}: ${hrefOf(attributes)}\n`)
    .join('');

const hrefOf = (attributes: Tree['attributes']): string =>
  attributes.find(([name]) => name === 'href')?.[1] ?? '';
