import { SAFE_ATTRIBUTES } from '../../src/frames/embed-address.ts';
import { escapeHtml, printHtml } from './print-html.ts';
import { printJsx } from './print-jsx.ts';
import { treeOf, type Setup, type Tree } from './tree.ts';

/** Places a snippet can be pasted into, by what people call them. */
export const VARIANTS = {
  module: 'HTML',
  classic: 'Tag manager',
  wordpress: 'WordPress',
  react: 'React',
  vue: 'Vue',
  iframe: 'Frame',
} as const;

export type Variant = keyof typeof VARIANTS;

/** Where the script files are, and what they must be. */
export interface Release {
  /** Address of the folder, with a slash at its end. */
  address: string;
  /** Hashes by file name, as the build writes them. */
  integrity: Readonly<Record<string, string | undefined>>;
}

/**
 * Writes what to paste for a set-up. The playground shows what this gives, and draws its preview from it.
 *
 * @throws {LimioError} where no purchase link can be written, such as `shop_invalid`
 */
export function snippet(variant: Variant, setup: Setup, release: Release): string {
  const tree = treeOf(setup);
  switch (variant) {
    case 'module':
      return `${script(release, 'limio-offers.js')}\n\n${printHtml(tree)}\n`;
    case 'classic':
      return `${script(release, 'limio-offers.classic.js')}\n\n${printHtml(tree)}\n`;
    case 'wordpress':
      return wordpress(tree, release);
    case 'react':
      return `import 'limio-offers/define';\n\nexport const Offers = () => (\n${printJsx(forFrameworks(tree), '  ')}\n);\n`;
    case 'vue':
      return vue(forFrameworks(tree));
    case 'iframe':
      return iframe(setup, release);
  }
}

/** The element alone, for the preview. */
export const elementOf = (setup: Setup): string => printHtml(treeOf(setup));

/** With `integrity`, a file that was changed is refused, and the links stay. */
function script({ address, integrity }: Release, file: string): string {
  const kind = file.endsWith('.classic.js') ? 'defer' : 'type="module"';
  const hash = integrity[file];
  const check = hash ? `\n        integrity="${escapeHtml(hash)}" crossorigin="anonymous"` : '';
  return `<script ${kind} src="${escapeHtml(address + file)}"${check}></script>`;
}

/** A Custom HTML block. What WordPress would take for a shortcode is written as text. */
function wordpress(tree: Tree, release: Release): string {
  const escape = (text: string) => escapeHtml(text).replace(/\[/g, '&#91;').replace(/\]/g, '&#93;');
  const html = `${script(release, 'limio-offers.js')}\n${printHtml(tree, escape)}`;
  return `<!-- wp:html -->\n${html}\n<!-- /wp:html -->\n`;
}

/** `v-pre` keeps Vue from reading braces in texts, and from looking for a component of that name. */
const vue = ({ attributes, ...tree }: Tree) => `<script setup>
import 'limio-offers/define';
</script>

<template>
${printHtml({ ...tree, attributes: [['v-pre', true], ...attributes] }, escapeHtml, '  ')}
</template>
`;

/** Frameworks set a property where there is one of that name, and `checkout` is a method of the element. */
const forFrameworks = (tree: Tree): Tree => ({
  ...tree,
  attributes: tree.attributes.map(([name, value]) => [name === 'checkout' ? 'data-checkout' : name, value]),
});

/** The embed page, and the script that opens its links and gives it its height. */
function iframe(setup: Setup, release: Release): string {
  const { attributes } = treeOf(setup);
  const safe = attributes.filter(([name]) => (SAFE_ATTRIBUTES as readonly string[]).includes(name));
  const query = [
    ...safe.map(([name, value]) => [name, value === true ? '' : value]),
    ...setup.offers.map(({ path }) => ['offer', path]),
    ...(setup.accent ? [['accent', setup.accent]] : []),
  ].map(([name, value]) => `${name}=${encodeURIComponent(value!)}`);
  const frame: Tree = {
    tag: 'iframe',
    attributes: [
      ['src', `${release.address}embed.html?${query.join('&')}`],
      ['title', 'Offers'],
      ['data-limio-offers', setup.attributes['shop'] ?? ''],
      ['height', '480'],
      ['style', 'width: 100%; border: 0'],
    ],
    children: [],
  };
  return `${printHtml(frame)}\n${script(release, 'bridge.js')}\n`;
}
