import { LimioError } from '../../core/errors/limio-error.ts';
import { resolveLocale } from '../../core/locale.ts';
import { isInMarket } from '../../core/offer/is-for-sale.ts';
import { FORMS, type Form, type RenderOptions } from '../../html/options.ts';
import type { Command, CommandCall } from '../command.ts';
import { LIMIO_VARIABLES, readCountry, shopMissing } from '../read-option.ts';
import { snapshotOfFile, snapshotOfTenant, type Snapshot } from './read-snapshot.ts';
import { writeSnapshot } from './write-snapshot.ts';

/** Options that are attributes of the element, by their properties. */
const ATTRIBUTES = {
  page: 'page',
  label: 'label',
  country: 'country',
  group: 'group',
  'promo-code': 'promoCode',
  layout: 'layout',
  theme: 'theme',
  accent: 'accent',
  'heading-level': 'headingLevel',
  target: 'target',
  locale: 'locale',
} as const;

/** Writes the offers of a moment as files of a site: the list, the HTML that sells, and what search engines read. */
export const snapshot: Command = {
  name: 'snapshot',
  summary: 'Writes the offers as JSON, as HTML that stands before the script, and as JSON-LD',
  options: {
    from: {
      type: 'string',
      help: 'Recorded reply of Limio, or list of offers, as JSON; - is standard input',
    },
    out: { type: 'string', help: 'Folder to write into. Default the one you are in' },
    form: {
      type: 'string',
      help: 'HTML as picture (your own pages), cards (with limio-offers.css) or links',
    },
    shop: { type: 'string', help: 'Origin of the shop: https://shop.example.com. Default LIMIO_SHOP' },
    label: { type: 'string', help: 'Only offers with this label. Default LIMIO_LABEL' },
    country: { type: 'string', help: 'Only offers sold there: DE' },
    lang: { type: 'string', help: 'Language of the page: words and prices follow it. Default en' },
    locale: { type: 'string', help: 'Language of the offers, where it is another one' },
    page: { type: 'string', help: 'Checkout page to land on. Default /checkout' },
    'promo-code': { type: 'string', help: 'Promo code, letters and digits' },
    group: { type: 'string', help: 'Group that is shown first: yearly' },
    layout: { type: 'string', help: 'auto, cards, list, compact, compare or button' },
    theme: { type: 'string', help: 'auto, light or dark' },
    accent: { type: 'string', help: 'Colour of buttons and marks: #0a7d4f' },
    'heading-level': { type: 'string', help: 'Level of the headings, 2 to 6' },
    target: { type: 'string', help: 'Where the shop opens: _self, _blank or _top' },
    json: { type: 'boolean', help: 'What was written as one line of JSON' },
  },
  help: `It writes offers.json, offers.html and offers.jsonld.html.
Without --from, the offers are read from Limio, found by ${LIMIO_VARIABLES}
Where there is nothing to sell, nothing is written.`,
  async run({ options, env, write }) {
    const { from, out = '.', json } = options as Record<string, string | undefined>;
    const form = readForm(options['form']);
    const read =
      from === undefined ? await snapshotOfTenant(env, text(options['label'])) : await snapshotOfFile(from);
    const html = { ...optionsOf(options, env, read), form };
    const market = { label: html.label, country: readCountry(html.country) };
    const offers = read.offers.filter((offer) => isInMarket(offer, market));
    const { files, leftOut } = await filesOf({ ...read, offers }, html);
    const paths = await writeSnapshot(out, files);
    write(
      json
        ? `${JSON.stringify({ files: paths, offers: offers.length, leftOut })}\n`
        : [...paths, ...leftOut, ''].join('\n'),
    );
    return 0;
  },
};

/** @throws {LimioError} `offers_empty`, `shop_invalid`, `page_invalid` */
async function filesOf(
  { offers, asOf, leftOut: unread }: Snapshot,
  options: RenderOptions,
): Promise<{ files: Record<string, string | undefined>; leftOut: readonly string[] }> {
  const leftOut = [...unread];
  // Both are read by this command alone.
  const [{ renderOffers }, { jsonLdScript }] = await Promise.all([
    import('../../html/render-offers.ts'),
    import('../../structured-data/json-ld.ts'),
  ]);
  const html = renderOffers(offers, { ...options, warn: ({ message }) => leftOut.push(message) });
  if (!html.includes('<a '))
    throw new LimioError(
      'offers_empty',
      'No offer is for sale, so nothing was written. Check label, country, dates.',
    );
  const data = jsonLdScript(offers, options as Parameters<typeof jsonLdScript>[1]);
  return {
    files: {
      'offers.json': `${JSON.stringify({ ...(asOf && { asOf }), offers })}\n`,
      'offers.html': `${html}\n`,
      'offers.jsonld.html': data ? `${data}\n` : undefined,
    },
    leftOut,
  };
}

/** @throws {LimioError} `config` where nobody names the shop, and for what is no language */
function optionsOf(
  options: CommandCall['options'],
  env: CommandCall['env'],
  { shop: known }: Snapshot,
): RenderOptions {
  const given = (name: string) => text(options[name]);
  const shop = given('shop') ?? known ?? text(env['LIMIO_SHOP']);
  if (!shop) throw shopMissing();
  const attributes = Object.entries(ATTRIBUTES).map(([name, property]) => [property, given(name)] as const);
  const html: RenderOptions = {
    shop,
    ...Object.fromEntries([...attributes, ['lang', given('lang')]].filter(([, value]) => value)),
  };
  // A language nobody knows would be English.
  for (const tag of [html.lang, html.locale])
    if (tag && resolveLocale([tag, 'und']) === 'und')
      throw new LimioError(
        'config',
        `${JSON.stringify(tag.slice(0, 60))} is no language, such as de or pt-BR.`,
      );
  return html;
}

/** @throws {LimioError} `config` */
function readForm(given: unknown = 'picture'): Form {
  const form = FORMS.find((each) => each === given);
  if (form) return form;
  throw new LimioError('config', `--form is none of ${FORMS.join(', ')}.`);
}

/** What was given; an empty text is what a shell makes of a variable that is not set. */
const text = (option: string | boolean | undefined): string | undefined =>
  typeof option === 'string' && option ? option : undefined;
