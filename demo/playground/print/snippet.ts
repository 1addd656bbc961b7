import type { Release } from '../release.ts';
import { iframe } from './frame.ts';
import { escapeHtml } from '../../../src/core/escape-html.ts';
import { printHtml } from './print-html.ts';
import { printLinks } from './print-links.ts';
import { printJsx } from './print-jsx.ts';
import { escapeForMarkdown, printMarkdown } from './print-markdown.ts';
import { script } from './script-tag.ts';
import { printPicture } from './picture.ts';
import { styleElement } from './style-element.ts';
import { asData, treeOf, type Setup, type Tree } from './tree.ts';

/** Places a snippet can be pasted into, by what people call them. */
export const VARIANTS = {
  module: 'HTML',
  picture: 'Template',
  classic: 'Tag manager',
  wordpress: 'WordPress',
  markdown: 'Markdown',
  docs: 'Docs',
  react: 'React',
  vue: 'Vue',
  svelte: 'Svelte',
  iframe: 'Iframe',
  links: 'Links',
} as const;

export type Variant = keyof typeof VARIANTS;

/**
 * Writes what to paste for a set-up. The playground shows what this gives, and draws its preview from it.
 *
 * @param cards what the page shows before the script, for places that take a style sheet
 * @throws {LimioError} where no purchase link can be written, such as `shop_invalid`
 */
export function snippet(variant: Variant, setup: Setup, release: Release, cards?: Tree): string {
  const tree = treeOf(setup);
  const style = ownsPage(variant) ? styleElement(setup.style ?? {}) : '';
  switch (variant) {
    case 'module':
      return joined(style + withSheet(asData(tree), release, cards), script(release, 'limio-offers.js'));
    case 'picture':
      return joined(printPicture(setup), script(release, 'limio-offers.js'));
    case 'classic':
      return joined(style + printHtml(asData(tree)), script(release, 'limio-offers.classic.js'));
    case 'wordpress':
      return wordpress(asData(tree), release, cards);
    case 'markdown':
      return joined(printMarkdown(asData(tree)), script(release, 'limio-offers.classic.js'));
    case 'docs':
      return `${printHtml(withoutVue(asData(tree)), escapeForMarkdown)}\n`;
    case 'react':
      return `import 'limio-offers/define';\n\nexport const Offers = () => (\n${printJsx(forFrameworks(tree), '  ')}\n);\n`;
    case 'vue':
      return vue(forFrameworks(tree));
    case 'svelte':
      return `<script>\n  import 'limio-offers/define';\n</script>\n\n${printHtml(forFrameworks(tree), escapeForSvelte)}\n`;
    case 'iframe':
      return iframe(setup, release);
    case 'links':
      return printLinks(tree);
  }
}

/** Places whose HTML may bring a `<style>` with it; elsewhere it would be printed as text. */
export const ownsPage = (variant: Variant): boolean => ['module', 'picture', 'classic'].includes(variant);

/** Places whose own build brings the script. */
export const isInstalled = (variant: Variant): boolean => ['react', 'vue', 'svelte'].includes(variant);

/** Braces are code to Svelte. */
const escapeForSvelte = (text: string): string =>
  escapeHtml(text).replace(/[{}]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const joined = (...parts: readonly string[]): string => `${parts.filter(Boolean).join('\n\n')}\n`;

/** The element alone, for the preview. */
export const elementOf = (setup: Setup): string => printHtml(asData(treeOf(setup)));

/** Places whose HTML may bring a style sheet with it. */
export const takesSheet = (variant: Variant): boolean => variant === 'module' || variant === 'wordpress';

/** The element, with cards that stand there before the script where there are some. */
function withSheet(tree: Tree, { address, integrity }: Release, cards?: Tree, escape = escapeHtml): string {
  if (!cards) return printHtml(tree, escape);
  if (address === undefined) return printHtml({ ...tree, children: [cards] }, escape);
  const file = 'limio-offers.css';
  const hash = integrity[file];
  const check = hash ? ` integrity="${escape(hash)}" crossorigin="anonymous"` : '';
  const sheet = `<link rel="stylesheet" href="${escape(address + file)}"${check} />`;
  return `${sheet}\n${printHtml({ ...tree, children: [cards] }, escape)}`;
}

/**
 * A Custom HTML block. What WordPress would take for a shortcode is written as text. The script is the one that
 * survives plugins which defer or join all scripts.
 */
function wordpress(tree: Tree, release: Release, cards: Tree | undefined): string {
  const escape = (text: string) => escapeHtml(text).replace(/\[/g, '&#91;').replace(/\]/g, '&#93;');
  const parts = [withSheet(tree, release, cards, escape), script(release, 'limio-offers.classic.js')];
  const html = parts.filter(Boolean).join('\n');
  return `<!-- wp:html -->\n${html}\n<!-- /wp:html -->\n`;
}

/** `v-pre` keeps Vue from reading braces in texts, and from looking for a component of that name. */
const withoutVue = ({ attributes, ...tree }: Tree): Tree => ({
  ...tree,
  attributes: [['v-pre', ''], ...attributes],
});

const vue = (tree: Tree) => `<script setup>
import 'limio-offers/define';
</script>

<template>
${printHtml(withoutVue(tree), escapeHtml, '  ')}
</template>
`;

/** Frameworks set a property where there is one of that name, and `checkout` is a method of the element. */
const forFrameworks = (tree: Tree): Tree => ({
  ...tree,
  attributes: tree.attributes.map(([name, value]) => [name === 'checkout' ? 'data-checkout' : name, value]),
});
