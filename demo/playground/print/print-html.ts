import { escapeHtml } from '../../../src/core/escape-html.ts';
import type { Tree } from './tree.ts';

/** Elements without an end tag. */
const VOID = new Set(['img', 'input']);

/**
 * Writes an element as HTML, each of its blocks on a line of its own.
 *
 * No tag is broken over lines: filters that make `<br>` of each line's end would write it into the tag.
 */
export function printHtml(
  { tag, attributes, children, isInline }: Tree,
  escape = escapeHtml,
  indent = '',
): string {
  const written = attributes.map(([name, value]) => (value === '' ? name : `${name}="${escape(value)}"`));
  const inside = children.map((child) =>
    typeof child === 'string' ? escape(child) : printHtml(child, escape, isBlock(child) ? `${indent}  ` : ''),
  );
  if (VOID.has(tag)) return `${isInline ? '' : indent}<${[tag, ...written].join(' ')} />`;
  const open = `<${[tag, ...written].join(' ')}>`;
  const lines = children.some(isBlock);
  const content = lines ? `\n${inside.join('\n')}\n${indent}` : inside.join('');
  return `${isInline ? '' : indent}${open}${content}</${tag}>`;
}

const isBlock = (child: Tree | string): child is Tree => typeof child !== 'string' && !child.isInline;
