import type { Offer } from '../../../src/core/offer/offer.ts';
import { purchaseLink } from '../../../src/core/link/purchase-link.ts';
import { writtenSpan } from '../../../src/core/price/interval.ts';
import { DEFAULTS } from '../controls.ts';
import type { Style } from '../looks.ts';
import { priceText } from './price-text.ts';

/** What somebody has set up: attributes by their names, and the offers to sell. */
export interface Setup {
  attributes: Readonly<Record<string, string>>;
  offers: readonly Offer[];
  /** What the page's own style sheet sets. */
  style?: Style;
}

/** An element to be written down. An attribute of no text is written without a value. */
export interface Tree {
  tag: string;
  attributes: Array<[name: string, value: string]>;
  children: Array<Tree | string>;
  /** Stands in a line of text. */
  isInline?: boolean;
}

/**
 * The element for a set-up, with a real link for each offer. What is a default anyway is left out. Offers that links
 * cannot tell whole, such as one that has a trial or says what is not included, are a list beside them.
 *
 * @throws {LimioError} where no link can be written, such as `shop_invalid`
 */
export function treeOf({ attributes: given, offers }: Setup): Tree {
  const isListed = Boolean(given['offers'] || given['src'] || given['backend']);
  const attributes = !isListed && offers.some(isBeyondLinks) ? { ...given, offers: 'true' } : given;
  const own = Object.entries(attributes).filter(([name, value]) => value && value !== DEFAULTS[name]);
  return {
    tag: 'limio-offers',
    attributes: own.map(([name, value]) => [name, asWritten(name, value, offers)]),
    children: offers.map((offer) => linkTo(offer, attributes, isNameRepeated(offer, offers))),
  };
}

/** Every attribute in the form that editors keep, which may strip what they do not know, but not `data-*`. */
export const asData = (tree: Tree): Tree => ({
  ...tree,
  attributes: tree.attributes.map(([name, value]) => [`data-${name}`, value]),
});

/** Words and offers are JSON. */
function asWritten(name: string, value: string, offers: readonly Offer[]): string {
  if (name === 'words') return JSON.stringify({ cta: value });
  return name === 'offers' ? JSON.stringify(offers) : value;
}

/** Of links with the same text, each has to say its name. */
const isNameRepeated = ({ name, path }: Offer, offers: readonly Offer[]): boolean =>
  offers.some((other) => other.name === name && other.path !== path);

/** Whether a link would say something else of an offer: a trial, a fee, a hint, what is not included. */
const isBeyondLinks = ({ href, price, displayPrice, features = [] }: Offer): boolean =>
  Boolean(
    href ||
    price?.isFrom ||
    price?.intro ||
    price?.additional?.length ||
    (!price && displayPrice?.some(({ style }) => style === 'struck')) ||
    features.some((line) => typeof line !== 'string' && (line.hint || line.value || line.included === false)),
  );

function linkTo(offer: Offer, attributes: Setup['attributes'], isRepeated: boolean): Tree {
  const { shop = '', page, locale } = attributes;
  const { name, path } = offer;
  const promoCode = attributes['promo-code'];
  // None is made up for an offer that is sold elsewhere.
  const href = offer.href ?? purchaseLink({ shop, page: page || offer.page, offers: [path], promoCode });
  const price = priceText(offer, locale ?? '');
  // Translators translate the text and not the attribute, so a text that is a name stands alone.
  const needsName = isRepeated || Boolean(price);
  // Where a list tells the rest, the links are only there in case it does not come.
  const isListed = attributes['offers'] || attributes['src'] || attributes['backend'];
  return {
    tag: 'a',
    attributes: [['href', href], ...(isListed ? [] : dataOf(offer, attributes, needsName))],
    children: [price ? `${name}, ${price}` : name],
  };
}

function dataOf(offer: Offer, attributes: Setup['attributes'], needsName: boolean): Tree['attributes'] {
  const { name, price, displayPrice, summary, features, badge, highlighted, cta, group, labels } = offer;
  const { smallPrint, from, until } = offer;
  const data: Record<string, string | undefined> = {
    name: needsName ? name : undefined,
    price: price?.amount,
    currency: price?.currency,
    interval: price?.interval && writtenSpan(price.interval),
    'display-price': price ? undefined : displayPrice?.map(({ text }) => text).join(''),
    'small-print': smallPrint?.map(({ text }) => text).join(''),
    was: price?.was,
    summary,
    features: listed(features?.map((line) => (typeof line === 'string' ? line : line.text))),
    badge,
    // With a value, as some editors drop an attribute that has none.
    highlighted: highlighted ? 'true' : undefined,
    // Words of one's own are for all buttons alike.
    cta: attributes['words'] ? undefined : cta,
    group,
    from,
    until,
    // Only who shows by label needs them.
    labels: attributes['label'] ? listed(labels) : undefined,
  };
  return Object.entries(data).flatMap(([key, value]): Tree['attributes'] =>
    value ? [[`data-${key}`, value]] : [],
  );
}

const listed = (lines: readonly string[] | undefined) =>
  lines?.map((line) => line.replaceAll('|', '/')).join('|');
