import type { Tree } from './tree.ts';

/** Writes an element as JSX. Whatever JSX would read in another way becomes a string literal in braces. */
export function printJsx({ tag, attributes, children }: Tree, indent = ''): string {
  const written = attributes.map(([name, value]) => attribute(name, value));
  const inside = children.map((child) =>
    typeof child === 'string' ? text(child) : `\n${printJsx(child, `${indent}  `)}`,
  );
  const isNested = children.some((child) => typeof child !== 'string');
  const open = `<${[tag, ...written].join(' ')}>`;
  return `${indent}${open}${inside.join('')}${isNested ? `\n${indent}` : ''}</${tag}>`;
}

const attribute = (name: string, value: string) =>
  /^[^"&\\{}<>\p{Cc}\u2028\u2029]*$/u.test(value)
    ? `${name}="${value}"`
    : `${name}={${JSON.stringify(value)}}`;

const text = (value: string) =>
  /^[^"'&\\{}<>\p{Cc}\s]([^&\\{}<>\p{Cc}]*\S)?$/u.test(value) ? value : `{${JSON.stringify(value)}}`;
