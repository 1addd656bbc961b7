import { AdaptiveCard, type ActionSet, type Container, type OpenUrlAction } from 'adaptivecards';
import { HtmlRenderer, Parser } from 'commonmark';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { marked } from 'marked';
import { expect, test } from 'vitest';
import { answerTool } from '../../src/agent/answer-tool.ts';
import { purchaseLink } from '../../src/core/link/purchase-link.ts';
import { adaptiveCard, sayOffers } from '../../src/say.ts';
import { SHOP, shopOf } from '../agent/shop.ts';

const markdownIt = new MarkdownIt({ linkify: true });

/** What chats draw Markdown with. */
const ENGINES: Record<string, (text: string) => string> = {
  'markdown-it': (text) => markdownIt.render(text),
  commonmark: (text) => new HtmlRenderer().render(new Parser().parse(text)),
  marked: (text) => marked.parse(text, { async: false }),
};

const unescape = (html: string) =>
  html
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

const links = (html: string) =>
  [...html.matchAll(/<a href="([^"]*)"/g)].map(([, href = '']) => unescape(href));
const textOf = (html: string) => unescape(html.replace(/<[^>]+>/g, '')).trim();

const signs = fc.constantFrom(
  ...'*_`[]()<>!|~#+-=.\\&@:/$"\' ab1é\u202e',
  'www.',
  'https://evil.example',
  '//evil.example',
  ' //evil.com/x',
  '1. ',
  '&amp;',
  '![x](y)',
);
// Longer names are cut, which is told elsewhere.
const name = fc
  .array(signs, { minLength: 1, maxLength: 12 })
  .map((parts) => `N${parts.join('')}`)
  .filter(({ length }) => length <= 80);

test.for(Object.entries(ENGINES))('%s shows a name as it is, and no link but ours', ([, render]) => {
  fc.assert(
    fc.property(name, (given) => {
      const path = '/offers2/Pro';
      const html = render(sayOffers([{ path, name: given }], 'markdown', { shop: SHOP }));
      expect(links(html)).toEqual([purchaseLink({ shop: SHOP, offers: [path] })]);
      expect(html).not.toMatch(/<(img|h\d|em|strong|del|code|ol)/);
      const shown = given
        .replace(/\u202e/g, '')
        .replace(/\s+/g, ' ')
        .trim();
      expect(textOf(html)).toBe(shown);
    }),
    { numRuns: 500 },
  );
});

test.for(Object.entries(ENGINES))('%s makes no link of a text that stands in a list', async ([, render]) => {
  await fc.assert(
    fc.asyncProperty(name, async (given) => {
      const offers = [{ path: '/offers2/Pro', name: given, displayPrice: [{ text: given }] }];
      const { say } = await answerTool('list_offers', {}, shopOf(offers));
      expect(links(render(say))).toEqual([]);
    }),
    { numRuns: 500 },
  );
});

test.for(Object.entries(ENGINES))('%s keeps every link of an answer whole', async ([, render]) => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), async (end) => {
      const path = `/offers2/${end.replace(/[\p{Cc}\p{Cs}\p{Cf}]/gu, 'x')}*_(~)!`;
      const offers = [{ path, name: '[x](y)' }];
      const { url, say } = await answerTool('make_purchase_link', { paths: [path] }, shopOf(offers)).catch(
        () => ({ url: '', say: '' }),
      );
      expect(links(render(say))).toEqual(url ? [url] : []);
    }),
  );
});

test.for(['marked', 'markdown-it'])(
  '%s keeps a link whole that stands bare, or bold, in a sentence',
  (engine) => {
    fc.assert(
      fc.property(name, (given) => {
        const url = purchaseLink({ shop: SHOP, offers: [`/offers2/${given.replace(/\u202e/g, '')}`] });
        for (const text of [url, `Buy here: ${url}.`, `**${url}**`, `(${url})`])
          expect(links(ENGINES[engine]!(text))).toEqual([url]);
      }),
    );
  },
);

test('HTML shows a name as it is, and no tag but ours', () => {
  fc.assert(
    fc.property(name, (given) => {
      const path = '/offers2/Pro';
      const html = sayOffers([{ path, name: given }], 'html', { shop: SHOP });
      expect(links(html)).toEqual([purchaseLink({ shop: SHOP, offers: [path] })]);
      expect(html.match(/<[^>]+>/g)).toHaveLength(4);
      expect(textOf(html)).toBe(
        given
          .replace(/\u202e/g, '')
          .replace(/\s+/g, ' ')
          .trim(),
      );
    }),
  );
});

test('an Adaptive Card is read whole, without a word against it, by the software that draws it', () => {
  fc.assert(
    fc.property(fc.array(name, { minLength: 1, maxLength: 5 }), (names) => {
      const card = new AdaptiveCard();
      const offers = names.map((given, n) => ({ path: `/offers2/${n}`, name: given }));
      card.parse(adaptiveCard(offers, { shop: SHOP }));
      expect(card.validateProperties().validationEvents).toEqual([]);
      const rows = Array.from({ length: card.getItemCount() }, (_, n) => card.getItemAt(n) as Container);
      const buttons = rows.map((row) => row.getItemAt(row.getItemCount() - 1) as ActionSet);
      expect(buttons.map((set) => (set.getActionAt(0) as OpenUrlAction).url)).toEqual(
        offers.map(({ path }) => purchaseLink({ shop: SHOP, offers: [path] })),
      );
    }),
  );
});
