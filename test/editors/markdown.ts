import Markdoc from '@markdoc/markdoc';
import { HtmlRenderer, Parser } from 'commonmark';
import MarkdownIt from 'markdown-it';
import ToJsx from 'markdown-to-jsx';
import { marked } from 'marked';
import { micromark } from 'micromark';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import ReactMarkdown from 'react-markdown';
import rehypeRaw from 'rehype-raw';
import remarkHtml from 'remark-html';
import remarkParse from 'remark-parse';
import showdown from 'showdown';
import snarkdown from 'snarkdown';
import TurndownService from 'turndown';
import { unified } from 'unified';
import { programs, type Program } from './program.ts';

const commonmark = (safe: boolean) => (text: string) =>
  new HtmlRenderer({ safe }).render(new Parser().parse(text));

const remark = (sanitize: boolean) => (text: string) =>
  String(unified().use(remarkParse).use(remarkHtml, { sanitize }).processSync(text));

const react = (options: object) => (text: string) =>
  renderToStaticMarkup(createElement(ReactMarkdown, options, text));

const markdoc = (text: string) => Markdoc.renderers.html(Markdoc.transform(Markdoc.parse(text)));

/** From HTML to Markdown and back, as editors do whose text is Markdown. */
const turndown = (html: string) => marked.parse(new TurndownService().turndown(html));

/** Renderers of Markdown, with HTML and without. */
export const MARKDOWN: readonly Program[] = [
  ...programs(
    ['markdown', 'module'],
    [
      ['markdown-it', '', (text) => new MarkdownIt().render(text)],
      ['markdown-it', '`html: true`', (text) => new MarkdownIt({ html: true }).render(text)],
      ['marked', '', (text) => marked.parse(text)],
      ['commonmark.js', '', commonmark(false)],
      ['commonmark.js', '`safe: true`', commonmark(true)],
      ['micromark', '', (text) => micromark(text)],
      ['micromark', '`allowDangerousHtml`', (text) => micromark(text, { allowDangerousHtml: true })],
      ['remark-html', '', remark(true)],
      ['remark-html', '`sanitize: false`', remark(false)],
      ['react-markdown', '', react({})],
      ['react-markdown', '`rehype-raw`', react({ rehypePlugins: [rehypeRaw] })],
      ['showdown', '', (text) => new showdown.Converter().makeHtml(text)],
      ['snarkdown', '', (text) => snarkdown(text)],
      ['Markdoc', '', markdoc],
      ['markdown-to-jsx', '', (text) => renderToStaticMarkup(createElement(ToJsx as never, null, text))],
    ],
  ),
  ...programs(['module'], [['Turndown, marked', '', turndown]]),
];
