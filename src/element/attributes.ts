import type { Customer } from '../contract/checkout.ts';
import type { Offer } from '../core/offer.ts';
import type { PropertyDeclaration } from 'lit';
import { ElementBase } from './element-base.ts';
import type { Messages } from '../locales/messages.ts';

/** The attributes of the element, and the properties they are read into. Each can also be written `data-…`. */
export abstract class OffersAttributes extends ElementBase {
  static override readonly properties: Record<string, PropertyDeclaration> = {
    shop: { type: String, useDefault: true },
    page: { type: String, useDefault: true },
    src: { type: String, useDefault: true },
    backend: { type: String, useDefault: true },
    checkoutMode: { type: String, useDefault: true, attribute: 'checkout' },
    ask: { type: String, useDefault: true },
    customer: { type: String, useDefault: true, attribute: false },
    context: { type: String, useDefault: true, attribute: false },
    label: { type: String, useDefault: true },
    group: { type: String, useDefault: true },
    promoCode: { type: String, useDefault: true, attribute: 'promo-code' },
    select: { type: String, useDefault: true },
    layout: { type: String, useDefault: true },
    target: { type: String, useDefault: true },
    theme: { type: String, useDefault: true },
    locale: { type: String, useDefault: true },
    country: { type: String, useDefault: true },
    carry: { type: String, useDefault: true },
    copyLink: { type: Boolean, useDefault: true, attribute: 'copy-link' },
    offers: { type: String, useDefault: true },
    words: { type: String, useDefault: true },
  };

  constructor() {
    super();
    for (const [name, { type }] of Object.entries(OffersAttributes.properties))
      Object.assign(this, { [name]: type === Boolean ? false : '' });
  }

  /** https origin of the Limio shop, or its bare host: `https://shop.example.com`. Required. */
  declare shop: string;
  /** Path of a checkout or cart page; default the offer's own page, else `/checkout`. */
  declare page: string;
  /** Address of a JSON file: a list of offers, or a recorded Limio Offers V2 reply. */
  declare src: string;
  /** Address of a limio-offers backend: its `/offers` are shown, its `/checkouts` are used by `checkout="assisted"`. */
  declare backend: string;
  /** `link`: the purchase link. `assisted`: a checkout with details filled in, from `backend`, else the link. */
  declare checkoutMode: '' | 'link' | 'assisted';
  /** Details to ask for before an assisted checkout: `email first-name last-name company phone country`. */
  declare ask: string;
  /** Details that are known already, say from a chat. Sent to the backend only. */
  declare customer: Customer | undefined;
  /** Token that the page's own server signed, for an assisted checkout that acts for an account. */
  declare context: string;
  /** Shows only offers that carry this label. */
  declare label: string;
  /** Group that is shown first, such as `yearly`. */
  declare group: string;
  /** Promo code; it travels in the link and is checked by the shop. */
  declare promoCode: string;
  /** `one`: each card has its own button. `many`: choose several, one checkout. */
  declare select: '' | 'one' | 'many';
  /** `auto` (by the space there is), `cards`, `list`, `compact` (from 280 px) or `button` (the call to action alone). */
  declare layout: '' | 'auto' | 'cards' | 'list' | 'compact' | 'button';
  /** Where the shop opens: `_self`, `_blank` or `_top`. */
  declare target: '' | '_self' | '_blank' | '_top';
  /** `auto` (the page's own colour scheme), `light` or `dark`. */
  declare theme: '' | 'auto' | 'light' | 'dark';
  /** Language of words and prices; default the nearest `lang`. */
  declare locale: string;
  /** ISO 3166-1 code of the customer's country; hides offers that are not sold there. */
  declare country: string;
  /** Query parameters that travel from the page to the shop: names, `*` for any ending, or `none`. */
  declare carry: string;
  /** Adds a button that copies the purchase link. */
  declare copyLink: boolean;
  /** Offers to show: a list, a Limio Offers V2 reply, or either as JSON. */
  declare offers: readonly Offer[] | object | string | undefined;
  /** Words to use in place of ours, by key; as an attribute, JSON. */
  declare words: Partial<Messages> | string | undefined;
}
