import type { Customer } from '../../contract/checkout.ts';
import type { Offer } from '../../core/offer/offer.ts';
import type { Messages } from '../../locales/messages.ts';
import { data, flag, oneOf, text, type Attribute, type ReadRows } from './attribute.ts';

/**
 * Everything that can be set on the element, by property. Each attribute can also be written `data-…`.
 *
 * All else is made from these rows: the properties, the settings, the manifest with its editors' data and
 * types, the docs, the controls of the playground, the keys of an embed address, what WordPress lets through.
 */
export const ATTRIBUTES = {
  /** https origin of the Limio shop, or its bare host: `https://shop.example.com`. Required. */
  shop: text(),
  /** Path of a checkout or cart page; default the offer's own page, else `/checkout`. */
  page: text(),
  /** Address of a JSON file: a list of offers, or a recorded Limio Offers V2 reply. */
  src: text(),
  /** Address of a limio-offers backend: its `/offers` are shown, its `/checkouts` are used by `checkout="assisted"`. */
  backend: text(),
  /** `link`: the purchase link. `assisted`: a checkout with details filled in, from `backend`, else the link. */
  checkoutMode: oneOf(['link', 'assisted'], { attribute: 'checkout' }),
  /** Details to ask for before an assisted checkout, out of `email first-name last-name company phone country`; default none. */
  ask: text(),
  /** Details that are known already, say from a chat: `{ email, firstName, lastName, company, phone, country }`, each optional. Sent to the backend only. */
  customer: data<Customer | undefined>({ attribute: false }),
  /** Token that the page's own server signed, for an assisted checkout that acts for an account. */
  context: data<string>({ attribute: false }),
  /** Values to keep with the order, by names that the backend takes: `{ referenceId: 'A-1' }`. Sent to it only. */
  tracking: data<Record<string, string> | undefined>({ attribute: false }),
  /** Shows only offers that carry this label. */
  label: text(),
  /** Group that is shown first, such as `yearly`; default that of the first offer. */
  group: text(),
  /** Paths of offers that the customer has already, separated by `|`: they are marked, and not for sale. */
  current: text(),
  /** Promo code; it travels in the link and is checked by the shop. */
  promoCode: text({ attribute: 'promo-code' }),
  /** `one`: each card has its own button. `many`: choose several, one checkout. */
  select: oneOf(['one', 'many']),
  /** `auto` says what a former price and a longer interval save, where the numbers prove it; `none` says nothing. */
  savings: oneOf(['auto', 'none']),
  /** `auto` (by the space there is), `cards`, `list`, `compact` (from 280 px), `compare` (a table of what is included) or `button` (the call to action alone). */
  layout: oneOf(['auto', 'cards', 'list', 'compact', 'compare', 'button']),
  /** Level of the headings that name the offers: `3`, or `2` to `6` as the page's outline wants it. */
  headingLevel: oneOf(['3', '2', '4', '5', '6'], { attribute: 'heading-level' }),
  /** Where the shop opens: `_self`, `_blank` or `_top`. */
  target: oneOf(['_self', '_blank', '_top']),
  /** `auto` (the page's own colour scheme), `light` or `dark`. */
  theme: oneOf(['auto', 'light', 'dark']),
  /** Colour of buttons and marks, as in CSS: `#0a7d4f`. As `--limio-accent`, for pages that take no style. */
  accent: text(),
  /** Language of words and prices; default the nearest `lang`. */
  locale: text(),
  /** ISO 3166-1 code of the customer's country; hides offers that are not sold there. */
  country: text(),
  /** Query parameters that travel from the page to the shop: names, `*` for any ending, or `none`. Default `utm_* gclid msclkid fbclid`. */
  carry: text(),
  /** Adds a table of what the offers include, below the cards, which opens on demand. */
  compareOffers: flag({ attribute: 'compare-offers' }),
  /** Adds a button that copies the purchase link. */
  copyLink: flag({ attribute: 'copy-link' }),
  /** Lets the agent of a browser list the offers, make links and go to the checkout. */
  agentTools: flag({ attribute: 'agent-tools' }),
  /** Describes the offers to search engines, as schema.org has it. */
  jsonLd: flag({ attribute: 'json-ld' }),
  /** Offers to show: a list, a Limio Offers V2 reply, or either as JSON. */
  offers: data<readonly Offer[] | object | string | undefined>(),
  /** Words to use in place of ours, by key; as an attribute, JSON. */
  words: data<Partial<Messages> | string | undefined>(),
};

type Rows = typeof ATTRIBUTES;

/** The properties of the element, as a script sets and gets them. */
export type Properties = {
  [Name in keyof Rows]: Rows[Name] extends Attribute<infer Property, infer _> ? Property : never;
};

/** What was written, evened out. */
export type WrittenSettings = ReadRows<Rows>;
