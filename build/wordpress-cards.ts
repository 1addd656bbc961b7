import { fill } from '../src/core/fill.ts';
import { formatAmount } from '../src/core/price/format-price.ts';
import { AS_BLOCK } from '../src/html/picture.ts';
import { renderOffers } from '../src/html/render-offers.ts';
import { allMessagesFor } from '../src/locales/all.ts';
import type { Language } from '../src/locales/languages.ts';

/** What `get_bloginfo( 'language' )` of WordPress calls each language of ours, where cards can be written in it. */
const LOCALES: Readonly<Record<'en' | Language, readonly string[]>> = {
  ar: ['ar'],
  de: ['de-DE'],
  en: ['en-US', 'en-GB'],
  es: ['es-ES'],
  fr: ['fr-FR'],
  ja: ['ja'],
  nl: ['nl-NL'],
  pt: ['pt-BR', 'pt-PT'],
};

/** Currencies of two decimals in which they can be priced. */
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD'];

/** Layouts that need no script to be chosen between. */
const LAYOUTS = ['auto', 'cards', 'list', 'compact'] as const;

const CODE = 'CODE';
const AMOUNT = '12.34';
const OFFER = { path: '/offers2/PATH', name: 'NAME' };
const PRICE = { amount: AMOUNT, currency: 'EUR', interval: { unit: 'month', count: 1 } };
const HREF = 'https://shop.example.com/checkout?purchase=%2Foffers2%2FPATH&amp;pc=CODE';

/**
 * What PHP needs to write the cards of the WordPress block: pieces of HTML with gaps to fill, made by the element's own
 * templates, the styles of each layout, and the words and prices of each language.
 */
export function wordpressCards(): string {
  const [list, card] = piecesOf(rootOf('auto', { ...OFFER, price: PRICE }));
  const [, cardWithoutPrice] = piecesOf(rootOf('auto', OFFER));
  return JSON.stringify({
    list,
    note: '<p class="note" part="code">{promo}</p>',
    card: withGaps(card, {
      amount: formatAmount(AMOUNT, PRICE.currency, 'en'),
      interval: allMessagesFor('en').month,
    }),
    cardWithoutPrice: withGaps(cardWithoutPrice, {}),
    block: AS_BLOCK,
    styles: Object.fromEntries(LAYOUTS.map((layout) => [layout, styleOf(layout)])),
    locales: Object.fromEntries(
      Object.values(LOCALES)
        .flat()
        .map((locale) => {
          const { cta, promo, day, week, month, year } = allMessagesFor(locale);
          return [locale, { cta, promo, intervals: { day, week, month, year }, money: moneyOf(locale) }];
        }),
    ),
  });
}

const written = (layout: (typeof LAYOUTS)[number], offer: object): string =>
  renderOffers([offer], { shop: 'https://shop.example.com', layout, promoCode: CODE });

const styleOf = (layout: (typeof LAYOUTS)[number]): string =>
  found(/<template\b[^>]*><style>([^]*?)<\/style>/, written(layout, { ...OFFER, price: PRICE }));

const rootOf = (layout: (typeof LAYOUTS)[number], offer: object): string =>
  found(/<template\b.*?<\/style>([^]*?)<\/template>/, written(layout, offer));

/** The list around its cards, with the line about a code, and the only card in it. */
function piecesOf(root: string): [list: string, card: string] {
  const card = found(/(<li class="card"[^]*<\/li>)(?=\s*<\/ul>)/, root);
  const list = replaced(replaced(root, card, '{cards}'), 'frame n1 ', 'frame {size}');
  const note = fill(allMessagesFor('en').promo, { code: CODE });
  const noted = replaced(list, `<p class="note" part="code">${note}</p>`, '{note}');
  return [replaced(noted, 'base auto', 'base {layout}'), card].map(inOneLine) as [string, string];
}

const inOneLine = (html: string): string => html.replace(/\s*\n\s*/g, '');

const withGaps = (card: string, more: Record<string, string>): string =>
  Object.entries({ name: OFFER.name, href: HREF, cta: allMessagesFor('en').cta, ...more }).reduce(
    (html, [gap, text]) => replaced(html, text, `{${gap}}`),
    card,
  );

/** How an amount is written in each currency: what stands around it, and its separators. */
const moneyOf = (locale: string) =>
  Object.fromEntries(
    CURRENCIES.flatMap((currency) => {
      const pattern = /^(\D*)1(\D?)234\D?567(\D)89(\D*)$/;
      const [, before, group, decimal, after] =
        pattern.exec(formatAmount('1234567.89', currency, locale)) ?? [];
      if (decimal === undefined) return [];
      // Some languages group from five digits on.
      const isShortGrouped = formatAmount('1234', currency, locale).includes(`1${group}234`);
      return [[currency, { before, after, group, decimal, least: isShortGrouped ? 4 : 5 }]];
    }),
  );

/** A change of the templates that this does not know is told when a release is made, and not by a site. */
function found(pattern: RegExp, html: string): string {
  const [, piece] = pattern.exec(html) ?? [];
  if (piece === undefined) throw new Error(`There is no ${pattern} in ${html}.`);
  return piece;
}

function replaced(html: string, text: string, by: string): string {
  if (!html.includes(text)) throw new Error(`There is no ${text} in ${html}.`);
  return html.replaceAll(text, by);
}
