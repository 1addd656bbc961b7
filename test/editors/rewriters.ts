import minifyHtml from '@minify-html/node';
import { autop } from '@wordpress/autop';
import * as cheerio from 'cheerio';
import { Window } from 'happy-dom';
import { minify } from 'html-minifier-terser';
import htmlnano from 'htmlnano';
import beautify from 'js-beautify';
import juice from 'juice';
import { parseHTML } from 'linkedom';
import * as prettier from 'prettier';
import rehypeParse from 'rehype-parse';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { programs, type Program } from './program.ts';

/** What PHP's function of this name does; many CMSs run it over text. */
const nl2br = (html: string) => html.replace(/\r\n|\n|\r/g, '<br />$&');

/** What scripts on a server read with it and write again. */
const linkedom = (html: string) =>
  parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body.innerHTML;

const happyDom = (html: string) => {
  const { document } = new Window();
  document.body.innerHTML = html;
  return document.body.innerHTML;
};

/** What writes a page anew, smaller or prettier, and should change nothing. */
export const REWRITERS: readonly Program[] = programs(
  ['module', 'wordpress'],
  [
    ['cheerio', '', (html) => cheerio.load(html, null, false).html()],
    ['cheerio', '`xml: true`', (html) => cheerio.load(html, { xml: true }, false).xml()],
    [
      'rehype-parse, rehype-stringify',
      '',
      (html) => String(unified().use(rehypeParse, { fragment: true }).use(rehypeStringify).processSync(html)),
    ],
    [
      'html-minifier-terser',
      'all that makes it smaller',
      (html) =>
        minify(html, {
          collapseWhitespace: true,
          collapseBooleanAttributes: true,
          removeAttributeQuotes: true,
          removeComments: true,
          removeEmptyAttributes: true,
          removeOptionalTags: true,
          removeRedundantAttributes: true,
          removeScriptTypeAttributes: true,
          sortAttributes: true,
        }),
    ],
    ['minify-html', '', (html) => minifyHtml.minify(Buffer.from(html), {}).toString()],
    [
      'htmlnano',
      '`max`',
      async (html) => (await htmlnano.process(html, { skipConfigLoading: true }, htmlnano.presets.max)).html,
    ],
    ['js-beautify', '', (html) => beautify.html(html)],
    ['Prettier', '', (html) => prettier.format(html, { parser: 'html' })],
    ['juice', '', (html) => juice(html)],
    ['linkedom', '', linkedom],
    ['happy-dom', '', happyDom],
    ['WordPress `autop`', '', (html) => autop(html)],
    ['PHP `nl2br`', '', nl2br],
  ],
);
