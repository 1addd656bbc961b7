import { formatAmount } from '../../src/core/format-price.ts';
import { resolveLocale } from '../../src/core/locale.ts';
import type { Interval, Offer } from '../../src/core/offer.ts';
import { purchaseLink } from '../../src/core/purchase-link.ts';
import { DEFAULTS } from './controls.ts';

/** What somebody has set up: attributes by their names, the offers to sell, a colour. */
export interface Setup {
  attributes: Readonly<Record<string, string>>;
  offers: readonly Offer[];
  /** `#0d6b57`, or `''` for the element's own. */
  accent: string;
}

/** An element to be written down in HTML or JSX. `true` is an attribute without a value. */
export interface Tree {
  tag: string;
  attributes: Array<[name: string, value: string | true]>;
  children: Array<Tree | string>;
}

/**
 * The element for a set-up, with a real link for each offer. What is a default anyway is left out.
 *
 * @throws {LimioError} where no link can be written, such as `shop_invalid`
 */
export function treeOf({ attributes, offers, accent }: Setup): Tree {
  const own = Object.entries(attributes).filter(([name, value]) => value && value !== DEFAULTS[name]);
  return {
    tag: 'limio-offers',
    attributes: [
      ...own.map(([name, value]): Tree['attributes'][0] => [name, asWritten(name, value, offers)]),
      ...(accent ? [['style', `--limio-accent: ${accent}`] as Tree['attributes'][0]] : []),
    ],
    children: offers.map((offer) => linkTo(offer, attributes)),
  };
}

/** Switches have no value; words and offers are JSON. */
function asWritten(name: string, value: string, offers: readonly Offer[]): string | true {
  if (name === 'copy-link') return true;
  if (name === 'words') return JSON.stringify({ cta: value });
  return name === 'offers' ? JSON.stringify(offers) : value;
}

function linkTo(offer: Offer, attributes: Setup['attributes']): Tree {
  const { shop = '', page, locale } = attributes;
  const { name, price, path } = offer;
  const promoCode = attributes['promo-code'];
  const href = purchaseLink({ shop, page: page || offer.page, offers: [path], promoCode });
  const amount = price && formatAmount(price.amount, price.currency, resolveLocale([locale ?? '']));
  // Where a list tells the rest, the links are only there in case it does not come.
  const isListed = attributes['offers'] || attributes['src'] || attributes['backend'];
  return {
    tag: 'a',
    attributes: [['href', href], ...(isListed ? [] : dataOf(offer, attributes))],
    children: [amount ? `${name}, ${amount}` : name],
  };
}

function dataOf(offer: Offer, attributes: Setup['attributes']): Tree['attributes'] {
  const { name, price, summary, features, badge, highlighted, cta, group, labels } = offer;
  const data: Record<string, string | boolean | undefined> = {
    name,
    price: price?.amount,
    currency: price?.currency,
    interval: price?.interval && spanOf(price.interval),
    was: price?.was,
    summary,
    features: listed(features?.map((line) => (typeof line === 'string' ? line : line.text))),
    badge,
    highlighted,
    // Words of one's own are for all buttons alike.
    cta: attributes['words'] ? undefined : cta,
    group,
    // Only who shows by label needs them.
    labels: attributes['label'] ? listed(labels) : undefined,
  };
  return Object.entries(data).flatMap(([key, value]): Tree['attributes'] =>
    value ? [[`data-${key}`, value]] : [],
  );
}

const listed = (lines: readonly string[] | undefined) =>
  lines?.map((line) => line.replaceAll('|', '/')).join('|');

const spanOf = ({ unit, count }: Interval) => (count === 1 ? unit : `${count} ${unit}s`);
