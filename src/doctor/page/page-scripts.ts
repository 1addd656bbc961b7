import type { PageElement } from './page-element.ts';
import { resolve, type Page } from './page.ts';

/** A script tag that loads the element. */
export interface OurScript {
  element: PageElement;
  /** As it is written. */
  src: string;
  /** In full, where that can be told. */
  url: URL | undefined;
  isModule: boolean;
  /** The one file that holds everything, and needs no module. */
  isClassicFile: boolean;
}

/** The files that make cards, by any path, and what CDNs of npm packages answer with at their short address. */
const FILE =
  /(^|\/)limio-offers(\.classic)?\.js$|^(https:)?\/\/(unpkg\.com|cdn\.jsdelivr\.net\/npm)\/limio-offers(@[^/]+)?\/?$/;

/** Types of a script that browsers run. https://html.spec.whatwg.org/multipage/scripting.html#attr-script-type */
const RUN = /^(|module|(text|application)\/(x-)?(java|ecma)script)$/i;

const scripts = ({ elements }: Page): PageElement[] => elements.filter(({ tag }) => tag === 'script');

/** The scripts of ours that the page names and the browser runs. */
export const ourScripts = (page: Page): OurScript[] =>
  scripts(page).flatMap((element) => {
    const { src = '', type = '' } = element.attributes;
    const path = src.split(/[?#]/)[0]!;
    if (!FILE.test(path) || !RUN.test(type.trim())) return [];
    return {
      element,
      src,
      url: resolve(src, page.base),
      isModule: type.trim().toLowerCase() === 'module',
      isClassicFile: !path.endsWith('limio-offers.js'),
    };
  });

/** Scripts that something else starts later, such as a consent tool, or a plugin that delays them: `data-rocket-src`. */
export const waitingScripts = (page: Page): PageElement[] =>
  scripts(page).filter(
    ({ attributes }) =>
      !RUN.test((attributes['type'] ?? '').trim()) &&
      Object.entries(attributes).some(
        ([name, value]) => /^(data-(.*-)?)?src$/.test(name) && FILE.test(value.split(/[?#]/)[0]!),
      ),
  );

/** Scripts that may bring the element with them: bundles, tag managers, code that loads a file. */
export const otherScripts = (page: Page): PageElement[] =>
  scripts(page).filter(
    ({ attributes: { src, type = '' }, text }) =>
      RUN.test(type.trim()) && (src ? !FILE.test(src.split(/[?#]/)[0]!) : text.trim()),
  );
