import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evaluate } from '@mdx-js/mdx';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as runtime from 'react/jsx-runtime';
import { build } from 'vitepress';
import { programs, type Program } from './program.ts';

/** Where VitePress builds to; the page that is judged loads its scripts from there. */
export const VITEPRESS = fileURLToPath(new URL('node_modules/.cache/vitepress-site/', import.meta.url));

const mdx = async (text: string) => {
  const { default: Content } = await evaluate(`# Plans\n\n${text}\n\nThe end.\n`, runtime);
  return renderToStaticMarkup(createElement(Content));
};

/** A site of one page, built as its owner builds it. */
const vitepress = async (text: string) => {
  rmSync(VITEPRESS, { recursive: true, force: true });
  mkdirSync(`${VITEPRESS}.vitepress`, { recursive: true });
  writeFileSync(`${VITEPRESS}package.json`, '{ "type": "module" }');
  writeFileSync(`${VITEPRESS}.vitepress/config.js`, `export default { title: 'Docs', outDir: 'dist' };`);
  writeFileSync(`${VITEPRESS}index.md`, `# Plans\n\n${text}\n\nThe end.\n`);
  await build(VITEPRESS, {});
  return readFileSync(`${VITEPRESS}dist/index.html`, 'utf8');
};

/** Generators of documentation. */
export const DOCS_SYSTEMS: readonly Program[] = [
  ...programs(['docs', 'markdown', 'module'], [['MDX 3', '', mdx]]),
  ...programs(['docs'], [['VitePress', '', vitepress]]),
];
