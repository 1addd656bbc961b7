/** One thing to sell, as the element shows it and the backend sends it: plain text, no HTML, no surprises. */
export interface Offer {
  /** Path in the Limio catalogue, the offer's identity: `/offers2/Pro Plan`. */
  path: string;
  /** Limio's id of the item; needed by the backend only. */
  id?: string;
  /** Limio's version of the item; tells whether a customer saw today's offer. */
  version?: string;
  /** What it is called. Left out in a list: the last part of the path. */
  name: string;
  /** A sentence below the name. */
  summary?: string;
  /** What it costs, in numbers; the language of the page decides how they are written. */
  price?: Price;
  /** The price in the merchant's own words, which wins over `price` on the card: a text, or a list of them. */
  displayPrice?: readonly Segment[];
  /** What is below the price, such as renewal terms: a text, or a list of them. */
  smallPrint?: readonly Segment[];
  /** What it includes: lines of text, or features. */
  features?: readonly (string | Feature)[];
  /** A short mark on the card, such as "Most popular". */
  badge?: string;
  /** `true` draws the card with more weight. */
  highlighted?: boolean;
  /** Words on the button; default: the word for "Subscribe" in the language. */
  cta?: string;
  /** Key of the switch this offer belongs to, such as `monthly`. */
  group?: string;
  /** Labels it carries, of which `label` chooses one. */
  labels?: readonly string[];
  /** How many can be bought at once, where the checkout is assisted. Left out: one. */
  quantity?: Quantity;
  /** Its picture: an https address, or a path on the shop. */
  image?: string;
  /** Where it leads instead of a checkout of the shop, such as a page to talk to someone. */
  href?: string;
  /** Checkout or cart page meant for this offer, such as `/acme-checkout`. */
  page?: string;
  /** ISO 3166-1 alpha-2 codes where it is sold; left out: everywhere. */
  countries?: readonly string[];
  /** ISO 8601 instant from which it is sold. A day is its midnight in UTC: `2026-11-01`. */
  from?: string;
  /** ISO 8601 instant at which that ends. A day is its midnight in UTC: `2026-12-01` for all of November. */
  until?: string;
}

/** A line of what an offer includes, where there is more to say than its text. */
export interface Feature {
  /** The line itself. */
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
  /** How often it is charged: a span, or `month`, `3 months`, `monthly`. Left out: once. */
  interval?: Interval;
  /** The struck price beside it, in the same currency. */
  was?: string;
  /** `true`: the lowest of several prices, as with volume tiers. */
  isFrom?: boolean;
  /** What is charged first and for how long, `{ amount, duration }`; an amount of `0` is a free trial. */
  intro?: { amount: string; duration: Interval };
  /** What is charged beside it, such as a set-up fee: `[{ amount, interval }]`, without an interval once. */
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
  /** `day`, `week`, `month` or `year`. */
  unit: 'day' | 'week' | 'month' | 'year';
  /** Every how many of them. */
  count: number;
}

/** A piece of a line of text. */
export interface Segment {
  text: string;
  style?: 'strong' | 'struck';
}

/** How many can be bought at once. */
export interface Quantity {
  /** What is chosen at first. */
  initial: number;
  /** The fewest. */
  min: number;
  /** The most. */
  max: number;
  /** What one press adds. */
  step: number;
}
