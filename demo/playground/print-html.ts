import type { Tree } from './tree.ts';

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Writes text so that HTML reads it back as it is, in an attribute or between tags. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);

/** Most characters of a line, unless one attribute alone is longer. */
const LINE = 96;

/** Writes words into lines that are not too long, each but the first set in. */
export function wrap(words: readonly string[], indent: string): string {
  let [text = '', length] = [words[0], indent.length + (words[0]?.length ?? 0)];
  for (const word of words.slice(1)) {
    const fits = length + 1 + word.length <= LINE;
    text += fits ? ` ${word}` : `\n${indent}    ${word}`;
    length = fits ? length + 1 + word.length : indent.length + 4 + word.length;
  }
  return text;
}

/** Writes an element as HTML, each of its children on a line of its own. */
export function printHtml({ tag, attributes, children }: Tree, escape = escapeHtml, indent = ''): string {
  const written = attributes.map(([name, value]) => (value === true ? name : `${name}="${escape(value)}"`));
  const inside = children.map((child) =>
    typeof child === 'string' ? escape(child) : `\n${printHtml(child, escape, `${indent}  `)}`,
  );
  const isNested = children.some((child) => typeof child !== 'string');
  const open = wrap([`<${tag}`, ...written], indent);
  return `${indent}${open}>${inside.join('')}${isNested ? `\n${indent}` : ''}</${tag}>`;
}
