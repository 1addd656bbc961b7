import { transformWithOxc } from 'vite';

/** An element as a browser reads it. */
export interface Read {
  attributes: Record<string, string>;
  links: Array<{ attributes: Record<string, string>; text: string }>;
  /** Tags there are in all. */
  tags: string[];
}

/** The element that a component of the playground returns. */
export async function readReact(code: string): Promise<Read> {
  const { code: script } = await transformWithOxc(code, 'offers.jsx', { jsx: { runtime: 'classic' } });
  const body = script
    .replace(/^import .*$/m, '')
    .replace(/export const Offers =|export \{[^}]*\};?/g, (found) =>
      found.startsWith('export {') ? '' : 'const Offers =',
    );
  interface Node {
    tag: string;
    props: Record<string, string> | null;
    children: Array<Node | string>;
  }
  const React = {
    createElement: (tag: string, props: Node['props'], ...children: Node['children']): Node => ({
      tag,
      props,
      children,
    }),
  };
  const root = (new Function('React', `${body}; return Offers();`) as (react: unknown) => Node)(React);
  const attributesOf = ({ props }: Node) => Object.fromEntries(Object.entries(props ?? {}));
  const nodes = root.children as Node[];
  return {
    attributes: attributesOf(root),
    links: nodes.map((node) => ({ attributes: attributesOf(node), text: node.children.join('') })),
    tags: [root.tag, ...nodes.map(({ tag }) => tag)],
  };
}
