import insane from 'insane';
import rehypeParse from 'rehype-parse';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import sanitizeHtml from 'sanitize-html';
import { unified } from 'unified';
import xss from 'xss';
import type { Page } from 'playwright';
import { openEditor } from './browser-editor.ts';
import { programs, type Program } from './program.ts';

/** @param settings as they are written in a program, since some of them are patterns. */
const dompurify = (settings: string) => async (snippet: string, page: Page) => {
  await openEditor(page, ['dompurify/dist/purify.min.js'], '');
  return page.evaluate<string>(`DOMPurify.sanitize(${JSON.stringify(snippet)}, ${settings})`);
};

/** @param options as they are written in a program. */
const setHtml = (options: string) => async (snippet: string, page: Page) => {
  await openEditor(page, [], '<article></article>');
  return page.evaluate<string>(`(() => {
    const article = document.querySelector('article');
    article.setHTML(${JSON.stringify(snippet)}, ${options});
    return article.innerHTML;
  })()`);
};

/** `data-*` on a tag and on links, as a list of names takes it. */
const NAMES = [
  'shop',
  'promo-code',
  'layout',
  'name',
  'price',
  'currency',
  'interval',
  'was',
  'summary',
  'features',
  'badge',
  'highlighted',
];
const DATA = NAMES.map((name) => `data-${name}`);

const rehype = (schema?: object) => (snippet: string) =>
  String(
    unified()
      .use(rehypeParse, { fragment: true })
      .use(rehypeSanitize, schema ?? defaultSchema)
      .use(rehypeStringify)
      .processSync(snippet),
  );

const OWN_SCHEMA = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []), 'limio-offers'],
  attributes: {
    ...defaultSchema.attributes,
    'limio-offers': ['data*'],
    a: [...(defaultSchema.attributes?.['a'] ?? []), 'data*'],
  },
};

const HANDLING =
  '{ CUSTOM_ELEMENT_HANDLING: { tagNameCheck: /^limio-offers$/, attributeNameCheck: /^data-/ } }';
const SANITIZER = `(() => {
  const sanitizer = new Sanitizer();
  sanitizer.allowElement({ name: 'limio-offers', attributes: ${JSON.stringify(DATA)} });
  sanitizer.setDataAttributes(true);
  return { sanitizer };
})()`;

/** What sites run over HTML that somebody else wrote. */
export const SANITIZERS: readonly Program[] = programs(
  ['module', 'iframe'],
  [
    ['`Element.setHTML()`', '', setHtml('undefined')],
    ['`Element.setHTML()`', '`allowElement`, `setDataAttributes`', setHtml(SANITIZER)],
    ['DOMPurify', '', dompurify('{}')],
    ['DOMPurify', "`ADD_TAGS: ['limio-offers']`", dompurify("{ ADD_TAGS: ['limio-offers'] }")],
    ['DOMPurify', '`CUSTOM_ELEMENT_HANDLING`', dompurify(HANDLING)],
    ['sanitize-html', '', (html) => sanitizeHtml(html)],
    [
      'sanitize-html',
      '`allowedTags`, `allowedAttributes`',
      (html) =>
        sanitizeHtml(html, {
          allowedTags: [...sanitizeHtml.defaults.allowedTags, 'limio-offers'],
          allowedAttributes: { 'limio-offers': ['data-*'], a: ['href', 'data-*'] },
        }),
    ],
    ['rehype-sanitize', '', rehype()],
    ['rehype-sanitize', '`tagNames`, `attributes`', rehype(OWN_SCHEMA)],
    ['insane', '', (html) => insane(html)],
    [
      'insane',
      '`allowedTags`, `allowedAttributes`',
      (html) =>
        insane(html, {
          allowedTags: ['a', 'p', 'limio-offers'],
          allowedAttributes: { a: ['href', ...DATA], 'limio-offers': DATA },
        }),
    ],
    ['xss', '', (html) => xss(html)],
    [
      'xss',
      '`whiteList`',
      (html) =>
        xss(html, {
          whiteList: { a: ['href', ...DATA], p: [], 'limio-offers': DATA },
          stripIgnoreTag: true,
          stripIgnoreTagBody: ['script'],
        }),
    ],
  ],
);
