import type { Plugin } from 'vite';

/** Where Lit asks whether a browser can adopt style sheets. */
const QUESTION =
  /=\s*\w+\.ShadowRoot\s*&&\s*\(void 0===\w+\.ShadyCSS\|\|\w+\.ShadyCSS\.nativeShadow\)&&"adoptedStyleSheets"in Document\.prototype&&"replace"in CSSStyleSheet\.prototype/;

/**
 * Answers Lit's question whether the browser can adopt style sheets: where it cannot, `define.ts` registers nothing, so
 * that Lit's other way to add styles is never gone and can be left out.
 *
 * @param outputs names of the environments.
 */
export const adoptedSheets = (outputs: readonly string[]): Plugin => ({
  name: 'adopted-sheets',
  applyToEnvironment: ({ name }) => outputs.includes(name),
  transform(code, id) {
    if (!id.endsWith('reactive-element/css-tag.js')) return undefined;
    if (!QUESTION.test(code)) this.error('Lit asks in another way whether style sheets can be adopted.');
    return { code: code.replace(QUESTION, '=true'), map: null };
  },
});
