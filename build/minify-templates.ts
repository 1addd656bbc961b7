import minifyLiterals from '@lit-labs/rollup-plugin-minify-html-literals';
import type { Plugin } from 'vite';

/**
 * Takes the white space that is there for its readers alone out of the `css` and `html` templates, which
 * minifiers of scripts leave as they are.
 *
 * @param outputs names of the environments whose files are minified.
 */
export const minifyTemplates = (outputs: readonly string[]): Plugin => ({
  // Its types are Rollup's; Rolldown calls the same hook with the same arguments.
  ...(minifyLiterals({
    // Some files have a copy in several parts, with another ending; see `ownCopy`.
    include: ['src/element/**/*.ts', 'src/element/**/*.ts?own=*'],
    failOnError: true,
    options: { minifyOptions: { removeAttributeQuotes: true } },
  }) as unknown as Plugin),
  applyToEnvironment: ({ name }) => outputs.includes(name),
});
