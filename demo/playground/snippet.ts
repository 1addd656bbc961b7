import { SAFE_ATTRIBUTES } from '../../src/frames/embed-address.ts';
import { escapeHtml, printHtml } from './print-html.ts';
import { printJsx } from './print-jsx.ts';
import { escapeForMarkdown, printMarkdown } from './print-markdown.ts';
import { asData, treeOf, type Setup, type Tree } from './tree.ts';

/** Places a snippet can be pasted into, by what people call them. */
export const VARIANTS = {
  module: 'HTML',
  classic: 'Tag manager',
  wordpress: 'WordPress',
  markdown: 'Markdown',
  docs: 'Docs (MDX, VitePress)',
  react: 'React',
  vue: 'Vue',
  iframe: 'Iframe',
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
 * @param cards what the page shows before the script, for places that take a style sheet
 * @throws {LimioError} where no purchase link can be written, such as `shop_invalid`
 */
export function snippet(variant: Variant, setup: Setup, release: Release, cards?: Tree): string {
  const tree = treeOf(setup);
  switch (variant) {
    case 'module':
      return `${withSheet(asData(tree), release, cards)}\n\n${script(release, 'limio-offers.js')}\n`;
    case 'classic':
      return `${printHtml(asData(tree))}\n\n${script(release, 'limio-offers.classic.js')}\n`;
    case 'wordpress':
      return wordpress(asData(tree), release, cards);
    case 'markdown':
      return `${printMarkdown(asData(tree))}\n\n${script(release, 'limio-offers.classic.js')}\n`;
    case 'docs':
      return `${printHtml(withoutVue(asData(tree)), escapeForMarkdown)}\n`;
    case 'react':
      return `import 'limio-offers/define';\n\nexport const Offers = () => (\n${printJsx(forFrameworks(tree), '  ')}\n);\n`;
    case 'vue':
      return vue(forFrameworks(tree));
    case 'iframe':
      return iframe(setup, release);
  }
}

/** What the head of the site needs once, where a page cannot hold it itself; `''` where it can. */
export const headSnippet = (variant: Variant, release: Release): string =>
  variant === 'docs' ? `${script(release, 'limio-offers.js')}\n` : '';

/** The element alone, for the preview. */
export const elementOf = (setup: Setup): string => printHtml(asData(treeOf(setup)));

/** Places whose HTML may bring a style sheet with it. */
export const takesSheet = (variant: Variant): boolean => variant === 'module' || variant === 'wordpress';

/** The element, with cards that stand there before the script where there are some. */
function withSheet(tree: Tree, { address, integrity }: Release, cards?: Tree, escape = escapeHtml): string {
  if (!cards) return printHtml(tree, escape);
  const file = 'limio-offers.css';
  const hash = integrity[file];
  const check = hash ? ` integrity="${escape(hash)}" crossorigin="anonymous"` : '';
  const sheet = `<link rel="stylesheet" href="${escape(address + file)}"${check} />`;
  return `${sheet}\n${printHtml({ ...tree, children: [cards] }, escape)}`;
}

/**
 * The script tag. With `integrity`, a file that was changed is refused, and the links stay.
 *
 * The space inside keeps XML writers from closing the tag in itself, which in HTML swallows the rest of the page.
 */
function script({ address, integrity }: Release, file: string): string {
  const kind = file.endsWith('.classic.js') ? 'defer' : 'type="module"';
  const hash = integrity[file];
  const check = hash ? ` integrity="${escapeHtml(hash)}" crossorigin="anonymous"` : '';
  return `<script ${kind} src="${escapeHtml(address + file)}"${check}> </script>`;
}

/**
 * A Custom HTML block. What WordPress would take for a shortcode is written as text. The script is the one that
 * survives plugins which defer or join all scripts.
 */
function wordpress(tree: Tree, release: Release, cards: Tree | undefined): string {
  const escape = (text: string) => escapeHtml(text).replace(/\[/g, '&#91;').replace(/\]/g, '&#93;');
  const html = `${withSheet(tree, release, cards, escape)}\n${script(release, 'limio-offers.classic.js')}`;
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

const onlyHref = ({ attributes }: Tree) => attributes.filter(([name]) => name === 'href');

/** The embed page, links for readers of whatever removes frames, and the script that opens its links and gives it its height. */
function iframe(setup: Setup, release: Release): string {
  const { attributes, children } = treeOf(setup);
  const safe = attributes.filter(([name]) => SAFE_ATTRIBUTES.includes(name));
  const query = [...safe, ...setup.offers.map(({ path }) => ['offer', path] as const)].map(
    ([name, value]) => `${name}=${encodeURIComponent(value)}`,
  );
  const frame: Tree = {
    tag: 'iframe',
    attributes: [
      ['src', `${release.address}embed.html?${query.join('&')}`],
      ['title', 'Offers'],
      ['data-limio-offers', setup.attributes['shop'] ?? ''],
      ['width', '100%'],
      ['height', '480'],
      ['frameborder', '0'],
    ],
    children: [],
  };
  const links: Tree = {
    tag: 'p',
    attributes: [],
    children: children.map((link) => ({ ...(link as Tree), attributes: onlyHref(link as Tree) })),
  };
  return `${printHtml(frame)}\n${printHtml(links)}\n${script(release, 'bridge.js')}\n`;
}
