/** One thing to sell, as the element shows it and the backend sends it: plain text, no HTML, no surprises. */
export interface Offer {
  /** Path in the Limio catalogue, the offer's identity: `/offers2/Pro Plan`. */
  path: string;
  /** Limio's id of the item; needed by the backend only. */
  id?: string;
  /** Limio's version of the item; tells whether a customer saw today's offer. */
  version?: string;
  name: string;
  /** A sentence below the name. */
  summary?: string;
  price?: Price;
  /** The price in the merchant's own words; wins over {@link Offer.price} on the card. May hold `{{placeholders}}`. */
  displayPrice?: readonly Segment[];
  /** What is below the price, such as renewal terms. */
  smallPrint?: readonly Segment[];
  /** What it includes, line by line. */
  features?: readonly (string | Feature)[];
  /** A short mark on the card, such as "Most popular". */
  badge?: string;
  /** Draws the card with more weight. */
  highlighted?: boolean;
  /** Words on the button; default: the word for "Subscribe" in the language. */
  cta?: string;
  /** Key of the switch this offer belongs to, such as `monthly`. */
  group?: string;
  labels?: readonly string[];
  quantity?: Quantity;
  /** https address, or a path on the shop. */
  image?: string;
  /** Where it leads instead of a checkout of the shop, such as a page to talk to someone; see `offerAddress`. */
  href?: string;
  /** Checkout or cart page meant for this offer, such as `/acme-checkout`. */
  page?: string;
  /** ISO 3166-1 alpha-2 codes where it is sold; left out: everywhere. */
  countries?: readonly string[];
  /** ISO 8601 instants between which it is sold. */
  from?: string;
  until?: string;
}

/** A line of what an offer includes, where there is more to say than its text. */
export interface Feature {
  text: string;
  /** What it means, for those who ask. */
  hint?: string;
  /** `false`: the offer does not have it. */
  included?: boolean;
  /** How much of it: `10 GB`. */
  value?: string;
  /** The heading it stands under. */
  group?: string;
}

/** What is charged, in numbers. */
export interface Price {
  /** Decimal string in major units of the currency: `29.00`. */
  amount: string;
  /** ISO 4217 code: `EUR`. */
  currency: string;
  /** How often it is charged; left out: once. */
  interval?: Interval;
  /** The struck price beside it, in the same currency. */
  was?: string;
  /** The lowest of several prices, as with volume tiers. */
  isFrom?: boolean;
  /** What is charged first and for how long; an amount of `0` is a free trial. */
  intro?: { amount: string; duration: Interval };
  /** What is charged beside it, such as a set-up fee. */
  additional?: readonly Charge[];
}

/** A charge beside the price, in its currency. */
export interface Charge {
  /** Decimal string in major units. */
  amount: string;
  /** How often it is charged; left out: once. */
  interval?: Interval;
}

/** A span of time: every 3 months is `{ unit: 'month', count: 3 }`. */
export interface Interval {
  unit: 'day' | 'week' | 'month' | 'year';
  count: number;
}

/** A piece of a line of text. */
export interface Segment {
  text: string;
  style?: 'strong' | 'struck';
}

/** How many can be bought at once. */
export interface Quantity {
  initial: number;
  min: number;
  max: number;
  step: number;
}
