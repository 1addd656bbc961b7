import { filledCatalog } from '../catalog/filled-catalog.ts';
import { readCatalog } from '../catalog/read-catalog.ts';
import { isInMarket } from '../core/offer/is-for-sale.ts';
import type { Offer } from '../core/offer/offer.ts';
import { fillOffer } from '../core/offer/placeholders.ts';
import { attributeOf, readRows, type Attribute } from '../element/attributes/attribute.ts';
import { ATTRIBUTES } from '../element/attributes/attributes.ts';
import { directionOf, settingsOf, type Settings } from '../element/settings.ts';
import * as elsewhere from '../element/templates/elsewhere.ts';
import * as extras from '../element/templates/extras.ts';
import { Selection } from '../element/controls/selection.ts';
import type { Listing } from '../element/view/listing.ts';
import { makeView } from '../element/view/make-view.ts';
import type { View } from '../element/view/view.ts';
import { allMessagesFor } from '../locales/all.ts';
import { attributes, escapeHtml } from './escape-html.ts';
import { linkOfCard, saysAll, type WrittenOffer } from './offer-links.ts';
import { optionFaults } from './option-faults.ts';
import type { RenderOptions } from './options.ts';
import { accentStyle, AS_BLOCK, pictureStyles, printPicture, sheetElement, styleElement } from './picture.ts';

/** What relative addresses start from while it is not known where the HTML will stand; `.invalid` is reserved (RFC 2606). */
const NO_PAGE = 'https://no-page.invalid';

/**
 * Writes a list of offers as HTML that sells before any script has run, and without one: the tag of the element with
 * real links in it, and cards, from the very templates and styles of the element. The element takes it over without
 * moving anything.
 *
 * Pure: no network, no document. The same input on the same day gives the same text, on any runtime.
 *
 * @param list offers in any shape that is known: ours, or a reply of Limio's Offers V2.
 * @throws {LimioError} `invalid_response` when it is no list; `shop_invalid` or `page_invalid`
 *
 * @example
 * renderOffers([{ path: '/offers2/Pro', name: 'Pro' }], { shop: 'https://shop.example.com', form: 'links' });
 * // '<limio-offers data-shop="https://shop.example.com"><a href="https://shop.example.com/checkout?purchase=…" …>Pro</a></limio-offers>'
 */
export function renderOffers(list: unknown, options: RenderOptions): string {
  const { form = 'picture', lang = '', warn = () => {} } = options;
  const settings = settingsFrom(options, lang);
  optionFaults(options).forEach(warn);
  const isOwn = form === 'picture';
  const offers = offersIn(list, settings, warn);
  const view = viewOf(offers, settings, isOwn && !options.sheet);
  const { problem, words } = view;
  view.warnings.forEach(warn);
  if (problem && /^(shop|page)_/.test(problem.code)) throw problem;
  const { locale, isOwnLocale } = settings;
  const written = (view.allCards ?? view.cards).map((card) => linkOfCard(card, words, locale));
  // Whoever asks an address, or reads all of it in the links, needs no list.
  const json =
    settings.src || settings.backend || isToldByLinks(offers, written) ? undefined : JSON.stringify(offers);
  const tag = tagAttributes(options, isOwn ? '' : 'data-');
  if (json && !isOwn) tag['data-offers'] = json;
  const language = isOwnLocale ? { lang: locale, dir: directionOf(locale) } : {};
  const links = written.map(({ href, text, data }) =>
    link(text, { href, ...language, ...(json ? {} : data) }),
  );
  const inside = isOwn
    ? [json ? jsonScript(json) : '', picture(view, links, options)]
    : form === 'cards' && isDrawnWhole(view, settings)
      ? [cards(view, written, json)]
      : links;
  return `<limio-offers${attributes(tag)}>${inside.join('')}</limio-offers>`;
}

const settingsFrom = (options: RenderOptions, lang: string): Settings =>
  settingsOf(readRows(ATTRIBUTES, options), lang, NO_PAGE, '');

/** The offers that the attributes leave, with their texts in the language. Dates are judged when they are shown. */
function offersIn(
  list: unknown,
  { label, country, locale }: Settings,
  warn: NonNullable<RenderOptions['warn']>,
): Offer[] {
  const { offers, dropped } = filledCatalog(readCatalog(list));
  dropped.forEach(warn);
  return offers
    .filter((offer) => isInMarket(offer, { label, country }))
    .map((offer) => fillOffer(offer, locale));
}

/**
 * The list as it is shown first.
 *
 * @param hasTable whether its styles can draw a table; without a script, none follows the switch between groups.
 */
function viewOf(offers: readonly Offer[], settings: Settings, hasTable: boolean): View {
  const source = settings.backend ? 'backend' : 'json';
  const listing: Listing = { source, status: 'ready', offers, warnings: [] };
  // Where several are chosen with a script, each sells by itself without one.
  const view = makeView(listing, { ...settings, select: 'one' }, allMessagesFor(settings.locale), {
    elsewhere,
    extras,
  });
  const shown = new Selection().narrow({ ...view, cards: view.cards.map(withOwnAddress) });
  return hasTable && !shown.groups.length ? shown : { ...shown, settings: withoutTable(shown.settings) };
}

const withoutTable = (settings: Settings): Settings => ({
  ...settings,
  layout: settings.layout === 'compare' ? 'cards' : settings.layout,
  compareOffers: false,
});

/** An address that starts at the page is written as it was given. */
const withOwnAddress = (card: View['cards'][number]): View['cards'][number] =>
  card.href?.startsWith(`${NO_PAGE}/`) ? { ...card, href: card.offer.href } : card;

/** Whether each offer is for sale by a link that says all there is to say of it. Links come in the order of the offers. */
const isToldByLinks = (offers: readonly Offer[], links: readonly WrittenOffer[]): boolean =>
  offers.length > 0 &&
  offers.length === links.length &&
  offers.every((offer, n) => saysAll(offer, links[n]!));

function tagAttributes(options: RenderOptions, prefix: string): Record<string, string | undefined> {
  const rows = Object.entries<Attribute>(ATTRIBUTES).flatMap(([name, row]) => {
    const attribute = attributeOf(name, row);
    const value: unknown = options[name as keyof RenderOptions];
    if (!attribute || value === undefined || value === null || value === false || value === '') return [];
    const text = value === true ? '' : typeof value === 'string' ? value : JSON.stringify(value);
    return [[prefix + attribute, text] as const];
  });
  return Object.fromEntries(rows);
}

const link = (text: string, own: Record<string, string | undefined>): string =>
  `<a${attributes(own)}>${escapeHtml(text)}</a>`;

/** JSON that no parser of HTML takes for the end of the script, or for a comment. */
const jsonScript = (json: string): string =>
  `<script type="application/json">${json.replaceAll('<', '\\u003c')}</script>`;

/** Cards in a shadow root of their own, around the links that are there where such roots are not known. */
function picture(view: View, links: readonly string[], { sheet }: RenderOptions): string {
  if (!view.cards.length) return '';
  const { layout, accent } = view.settings;
  const tag = layout === 'button' ? 'span' : 'div';
  const printed = printPicture(view);
  const root = sheet
    ? `${sheetElement(sheet)}${styleElement(accentStyle(accent))}<div class="limio-cards">${printed}</div>`
    : `${styleElement(pictureStyles(view))}${printed}`;
  // The style sheet in the head says so by itself.
  const block = sheet || layout === 'button' ? '' : styleElement(AS_BLOCK);
  return `${block}<${tag} data-limio-picture><template shadowrootmode="open">${root}</template>${links.join(' ')}</${tag}>`;
}

/** Whether the style sheet draws all of it: what is switched, chosen, copied or asked for is not in it. */
const isDrawnWhole = ({ groups, cards }: View, settings: Settings): boolean =>
  cards.length > 0 &&
  !groups.length &&
  settings.layout !== 'button' &&
  settings.select === 'one' &&
  !settings.copyLink &&
  !settings.isAssisted;

/** Cards for the style sheet, whose buttons are the links that the element reads. */
function cards(view: View, written: readonly WrittenOffer[], json: string | undefined): string {
  const data = new Map(json ? [] : written.map((each) => [each.href, each.data]));
  const printed = printPicture(view, (tag, own) => {
    if (tag !== 'a') return {};
    const cta = view.cards.find(({ href }) => href === own['href'])?.cta;
    return { ...data.get(own['href'] ?? ''), 'data-cta': cta };
  });
  return `<div class="limio-cards">${printed.replace(EMPTY, '')}</div>`;
}

/** Elements without content, which editors take for mistakes. Text that was written into the HTML holds no `<`. */
const EMPTY = /<(p|span)\b[^>]*><\/\1>/g;
