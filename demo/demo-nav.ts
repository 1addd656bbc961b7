import { DEMO_PAGES } from './pages.ts';

type Pages = ReadonlyArray<readonly [path: string, name: string, ...rest: string[]]>;

/** Where the bar goes in the source of a page. */
export const NAV_PLACE = '<!-- demo pages -->';

/**
 * The bar that leads to all pages of the demo, the same on each of them.
 *
 * @param path of the page it stands on, `/` for the playground.
 */
export function demoNav(path: string, pages: Pages = DEMO_PAGES): string {
  const current = path === '/index.html' ? '/' : path;
  const links = pages.map(
    ([to, name]) => `<a href="${to}"${to === current ? ' aria-current="page"' : ''}>${name}</a>`,
  );
  return `<nav class="demo-pages" aria-label="Demo pages"><b>limio-offers</b>${links.join('')}</nav>`;
}
