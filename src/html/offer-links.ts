import { priceWords } from '../agent/price-words.ts';
import { readPurchaseLink } from '../core/link/purchase-link.ts';
import type { Offer, Segment } from '../core/offer/offer.ts';
import { readOffer } from '../core/offer/read-offer.ts';
import { writtenSpan } from '../core/price/interval.ts';
import { unquoted } from '../core/unquoted.ts';
import { givenOffer } from '../element/light-dom/offer-link.ts';
import type { CardView } from '../element/view/view.ts';
import type { Messages } from '../locales/messages.ts';

/** A link of the page that sells an offer, as it will be written. */
export interface WrittenOffer {
  href: string;
  text: string;
  /** Its `data-*`, by their names in HTML. */
  data: Record<string, string | undefined>;
}

/** The link of a card: its name and price to read, and what else there is to say of it in `data-*`. */
export function linkOfCard({ offer, href = '' }: CardView, words: Messages, locale: string): WrittenOffer {
  const price = priceWords(offer, words, locale);
  return { href, text: price ? `${offer.name}, ${price}` : offer.name, data: dataOf(offer) };
}

function dataOf(offer: Offer): WrittenOffer['data'] {
  const { price } = offer;
  return {
    'data-name': offer.name,
    'data-price': price?.amount,
    'data-currency': price?.currency,
    'data-interval': price?.interval && writtenSpan(price.interval),
    'data-was': price?.was,
    'data-display-price': plainText(offer.displayPrice),
    'data-small-print': plainText(offer.smallPrint),
    'data-summary': offer.summary,
    'data-features': offer.features?.map((line) => (typeof line === 'string' ? line : line.text)).join('|'),
    'data-badge': offer.badge,
    // With a value, as some editors drop an attribute that has none.
    'data-highlighted': offer.highlighted ? 'true' : undefined,
    'data-cta': offer.cta,
    'data-group': offer.group,
    'data-labels': offer.labels?.join('|'),
    'data-countries': offer.countries?.join('|'),
    'data-image': offer.image,
    'data-id': offer.id,
    'data-version': offer.version,
    'data-from': offer.from,
    'data-until': offer.until,
  };
}

const plainText = (parts: readonly Segment[] | undefined) => parts?.map(({ text }) => text).join('');

/** Whether the element will read all of an offer from its link, by the rules it reads by. */
export function saysAll(offer: Offer, { href, text, data }: WrittenOffer): boolean {
  const link = readPurchaseLink(href);
  if (!link?.offers) return false;
  const dataset = Object.fromEntries(
    Object.entries(data).flatMap(([name, value]) =>
      value === undefined ? [] : [[asProperty(name), unquoted(value)]],
    ),
  );
  const read = readOffer(givenOffer({ said: { dataset, textContent: text }, link }, undefined, false));
  // The page is in the address, whoever said it.
  const comparable = (one: Offer | undefined) => JSON.stringify({ ...readOffer(one), page: '' });
  return comparable(read) === comparable(offer);
}

/** `data-small-print` as scripts call it: `smallPrint`. */
const asProperty = (name: string): string =>
  name.slice('data-'.length).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
