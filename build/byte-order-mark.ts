import type { Plugin } from 'vite';

const MARK = '\uFEFF';

/**
 * Marks classic scripts as UTF-8. Without a mark, a browser reads them in the encoding of the page where the server names
 * none, and in Windows-1252 some of their characters are no JavaScript. Modules are always UTF-8.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-classic-script: a mark wins over everything
 */
export const byteOrderMark = (): Plugin => ({
  name: 'byte-order-mark',
  enforce: 'post',
  generateBundle(_, files) {
    for (const file of Object.values(files))
      if (file.type === 'chunk' && file.fileName.endsWith('.classic.js')) file.code = MARK + file.code;
  },
});
