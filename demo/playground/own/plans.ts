import { offerAddress } from '../../../src/core/link/offer-address.ts';
import type { Interval, Offer } from '../../../src/core/offer/offer.ts';
import { writtenSpan } from '../../../src/core/price/interval.ts';
import { readWrittenPrice } from '../../../src/core/price/written-price.ts';

/** A plan as somebody types it in: every field is text. */
export interface Plan {
  name: string;
  path: string;
  price: string;
  interval: string;
  summary: string;
  badge: string;
  features: string;
  /** Words on its button. */
  cta: string;
  /** The part of the switch it belongs to. */
  group: string;
  /** Where it leads, if that is not a checkout of the shop. */
  href: string;
}

/** How often a plan may be charged, by what {@link readWrittenPrice} reads. */
export const INTERVALS: ReadonlyArray<readonly [value: string, name: string]> = [
  ['', 'once'],
  ['week', 'a week'],
  ['month', 'a month'],
  ['3 months', 'a quarter'],
  ['6 months', 'a half-year'],
  ['year', 'a year'],
];

/** Where Limio keeps offers, unless a shop has another place. */
const FOLDER = '/offers2/';

/** Where the snippet will stand is not known; `.invalid` is reserved (RFC 2606). */
const ANY_PAGE = 'https://any-page.invalid';

/**
 * Where a plan leads that is not sold in the shop, from what somebody writes; nothing where that is no address.
 *
 * @example
 * addressOf('sales@example.com'); // 'mailto:sales@example.com'
 */
export function addressOf(written: string): string | undefined {
  const text = written.trim();
  const full = /^[^\s@:/]+@[^\s@:/]+\.\w+$/.test(text) ? `mailto:${text}` : text;
  const isAddress = /^(https?:|mailto:|tel:|[/#]).+/i.test(full);
  return isAddress && offerAddress(full, ANY_PAGE) ? full : undefined;
}

/** The path that an offer of this name mostly has. */
export const usualPath = (name: string): string => FOLDER + name.trim();

/** The group of offers that are charged so often; nothing for what has no usual name. */
export const groupOf = (interval: Interval | undefined): string | undefined =>
  interval && GROUPS[writtenSpan(interval)];

const GROUPS: Readonly<Record<string, string>> = { month: 'monthly', year: 'yearly', week: 'weekly' };

/** An offer as the fields of a table. */
export function planOf({
  name,
  path,
  price,
  displayPrice,
  summary = '',
  badge = '',
  features = [],
  cta = '',
  group = '',
  href = '',
}: Offer): Plan {
  return {
    name,
    path,
    price: price
      ? `${price.amount} ${price.currency}`
      : (displayPrice ?? []).map(({ text }) => text).join(''),
    interval: price?.interval ? writtenSpan(price.interval) : '',
    summary,
    badge,
    features: features.map(textOf).join('\n'),
    cta,
    group,
    href,
  };
}

/**
 * What a plan sells. What the fields do not speak of stays as the offer had it.
 *
 * A price that cannot be read is shown as it was typed.
 */
export function offerOf(plan: Plan, before: Offer): Offer {
  const { name, path, price, interval, summary, badge, features, cta, group } = plan;
  const { features: known = [], cta: _____, group: ______, href: _______, ...others } = before;
  const { price: _, displayPrice: __, summary: ___, badge: ____, ...rest } = others;
  const href = addressOf(plan.href);
  const shown = planOf(before);
  // A trial or a fee is not typed here, and not lost here.
  const isSamePrice = price === shown.price && interval === shown.interval;
  const lines = features
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    // A heading or a hint of a line is not typed here, and not lost here.
    .map((line) => known.find((feature) => textOf(feature) === line) ?? line);
  return {
    ...rest,
    name,
    path,
    ...(isSamePrice
      ? pricesOf(before)
      : price.trim() && readWrittenPrice({ amount: price.trim(), interval: interval || undefined })),
    ...(summary && { summary }),
    ...(badge && { badge }),
    ...(lines.length && { features: lines }),
    ...(cta && { cta }),
    ...(group && { group }),
    ...(href && { href }),
  };
}

const pricesOf = ({ price, displayPrice }: Offer) => ({
  ...(price && { price }),
  ...(displayPrice && { displayPrice }),
});

const textOf = (feature: NonNullable<Offer['features']>[number]): string =>
  typeof feature === 'string' ? feature : feature.text;

/** Why a price cannot be read; `''` where it can, or there is none. */
export const priceHint = ({ price, displayPrice }: Offer): string =>
  !price && displayPrice?.length
    ? 'Shown as it is written. Write it as 29 EUR to have it in each language.'
    : '';

/** A plan to begin with. */
export const newOffer = (others: readonly Offer[]): Offer => {
  const taken = new Set(others.map(({ path }) => path));
  let n = others.length + 1;
  while (taken.has(usualPath(`Plan ${n}`))) n++;
  return { name: `Plan ${n}`, path: usualPath(`Plan ${n}`) };
};
