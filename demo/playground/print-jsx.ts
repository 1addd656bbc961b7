import { wrap } from './print-html.ts';
import type { Tree } from './tree.ts';

/** Writes an element as JSX. Whatever JSX would read in another way becomes a string literal in braces. */
export function printJsx({ tag, attributes, children }: Tree, indent = ''): string {
  const written = attributes.map(([name, value]) => attribute(name, value));
  const inside = children.map((child) =>
    typeof child === 'string' ? text(child) : `\n${printJsx(child, `${indent}  `)}`,
  );
  const isNested = children.some((child) => typeof child !== 'string');
  const open = wrap([`<${tag}`, ...written], indent);
  return `${indent}${open}>${inside.join('')}${isNested ? `\n${indent}` : ''}</${tag}>`;
}

function attribute(name: string, value: string | true): string {
  if (name === 'style') {
    const [property, setting] = (value as string).split(': ');
    return `style={{ '${property}': ${JSON.stringify(setting)} }}`;
  }
  // React 18 writes `true` as the word; an empty text switches on in every release.
  if (value === true) return `${name}=""`;
  return /^[^"&\\{}<>\p{Cc}\u2028\u2029]*$/u.test(value)
    ? `${name}="${value}"`
    : `${name}={${JSON.stringify(value)}}`;
}

const text = (value: string) =>
  /^[^"'&\\{}<>\p{Cc}\s]([^&\\{}<>\p{Cc}]*\S)?$/u.test(value) ? value : `{${JSON.stringify(value)}}`;
