import { html, nothing } from 'lit';
import { fill } from '../../core/fill.ts';
import { offerAddress } from '../../core/link/offer-address.ts';
import type { Feature, Offer, Segment } from '../../core/offer/offer.ts';
import { enConditions } from '../../locales/en-conditions.ts';
import { enExtras } from '../../locales/en-extras.ts';
import type { Messages } from '../../locales/messages.ts';
import type { DrawingParts } from '../view/drawing-parts.ts';
import type { Settings } from '../settings.ts';
import type { CardView, View } from '../view/view.ts';
import { extras } from '../styles/extras.ts';
import { placeholders } from '../styles/placeholders.ts';
import { ownFields } from '../../core/read-fields.ts';
import { originOf } from '../../core/link/shop.ts';
import { struckPrice } from './struck-price.ts';

export { offerAddress };
export { priceLine } from '../../core/price/price-line.ts';
export { readOverrides } from '../view/own-words.ts';
export * from './placeholders.ts';

/*
 * What only some lists hold: notes, images, the merchant's own words for a price, features that are more than text,
 * words of the integrator's own; and what stands in a list while its offers are loading.
 */
export const styles = [extras, placeholders];
export const messages = { ...enExtras, ...enConditions };

/** The image of an offer, where its address is on the web. */
export function renderImage({ image }: Offer, { shop }: Settings) {
  const src = image && offerAddress(image, originOf(shop));
  return src ? html`<img part="image" referrerpolicy="origin" src=${src} alt="" loading="lazy" />` : nothing;
}

/**
 * What stands below the price: until when an offer holds, where that is soon, the merchant's own words, and where it
 * leads, if that is not the shop.
 */
export const renderSmallPrint = (
  view: CardView,
  { words, settings }: View,
  elsewhere: DrawingParts['elsewhere'],
) => {
  const { until, smallPrint = [] } = view.offer;
  return [
    isSoon(until)
      ? html`<p
          class="until"
          .textContent=${fill(words.until, { date: lastDay(until, settings.locale) })}
        ></p>`
      : nothing,
    renderSegments(smallPrint, words),
    elsewhere?.renderPlace(view, settings),
  ];
};

/** How far ahead the end of an offer is told, in milliseconds: beyond a year it is none, and a day needs no year. */
const SOON_MS = 364 * 24 * 60 * 60 * 1000;

const isSoon = (until: string | undefined): until is string => Date.parse(until!) - Date.now() < SOON_MS;

/** The day on which the last moment of an offer lies, where the customer is: `30 November`. */
const lastDay = (until: string, locale: string): string =>
  new Intl.DateTimeFormat([locale, 'en'], { day: 'numeric', month: 'long' }).format(Date.parse(until) - 1);

/** What is said below the list: the code that travels along, and how old the prices are. */
export const renderNotes = ({ promo, asOf, words }: View) => [
  promo ? html`<p class="note" part="code">${fill(words.promo, { code: promo })}</p>` : nothing,
  asOf ? html`<p class="note" part="as-of">${fill(words.asOf, { date: asOf })}</p>` : nothing,
];

/** A price that is the merchant's own line. */
export const renderOwnPrice = (parts: readonly Segment[], words: Messages) =>
  html`<p class="own">${renderSegments(parts, words)}</p>`;

/** The merchant's own words, piece by piece. */
export const renderSegments = (parts: readonly Segment[], words: Messages) =>
  parts.map(({ text, style }) =>
    style === 'struck'
      ? struckPrice(text, words)
      : style
        ? html`<strong .textContent=${text}></strong>`
        : html`<span .textContent=${text}></span>`,
  );

/** What is included, each group below its heading. */
export const renderFeatures = (
  features: NonNullable<Offer['features']>,
  view: View,
  hints: DrawingParts['hints'],
) =>
  features
    .map((line): Feature => (typeof line === 'string' ? ownFields({ text: line }) : line))
    .map((feature, n, all) => renderFeature(feature, all[n - 1]?.group, view, hints));

const renderFeature = (
  { text, hint, value, included, group }: Feature,
  groupBefore: string | undefined,
  { words, settings: { headingLevel } }: View,
  hints: DrawingParts['hints'],
) =>
  html`${group && group !== groupBefore ? html`<li class="heading"><h4 aria-level=${Number(headingLevel) + 1} .textContent=${group}></h4></li>` : nothing}
    <li class=${included === false ? 'excluded' : nothing} part="feature">
      ${included === false ? html`<span class="unseen">${words.excluded} </span>` : nothing}<span
        .textContent=${value ? `${text}: ${value}` : text}
      ></span>
      ${hint && hints ? hints.renderHint(hint, text, words) : nothing}
    </li>`;
