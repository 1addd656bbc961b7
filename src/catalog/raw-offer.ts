import type { Offer, Segment } from '../core/offer/offer.ts';
import { offerAddress } from '../core/link/offer-address.ts';
import { pagePath } from '../core/link/shop.ts';
import { readCharges } from './charges/charges.ts';
import { readFeatures, type Features } from './features.ts';
import { htmlLines, htmlSegments } from './html/html-text.ts';
import { quantityBounds } from './quantity-bounds.ts';
import type { RawItem } from './raw-item.ts';
import { formerPrice } from './charges/former-price.ts';

/** Longest description that still reads as a badge, in characters; assumed. */
const MAX_BADGE = 24;

type Attributes = NonNullable<RawItem['data']['attributes']>;
type RawFile = NonNullable<RawItem['data']['attachments']>[number];

/**
 * Turns one item of Limio's catalogue into the fields of an {@link Offer}, not yet checked by `readOffer`.
 *
 * Where the display text and the charge say different things both are kept: the text is what a card shows,
 * the charge is what programs read.
 *
 * @see https://docs.limio.com/developers/limio-sdk (offer attributes); their use as seen in Limio's own components
 */
export function rawOffer({ path, id, version, name, data }: RawItem): { [Field in keyof Offer]?: unknown } {
  const a: Attributes = data.attributes ?? {};
  const price = readCharges(a.price__limio?.length ? a.price__limio : data.price, isTrial(a));
  const own = htmlSegments(a.display_price__limio ?? '');
  // Without numbers nothing could fill its placeholders, and what is left, such as " / month", is no price.
  const displayPrice = price || !own.some(({ text }) => text.includes('{{')) ? own : [];
  const was = price && formerPrice(displayPrice, price);
  const { badge, summary } = descriptions(a);
  const { features, notes } = featuresOf(a);
  return {
    path,
    id,
    version,
    name: a.display_name__limio?.trim() || name,
    summary,
    price: price && { ...price, was },
    displayPrice,
    smallPrint: withNotes(htmlSegments(a.detailed_display_price__limio ?? ''), notes),
    features,
    badge,
    highlighted: a.best_value__limio,
    cta: a.cta_text__limio,
    group: a.group__limio,
    labels: present(a.label__limio),
    quantity:
      a.allow_multibuy__limio === 'true' ? quantityBounds(a.default_quantity_options__limio) : undefined,
    image: data.attachments?.map(imageOf).find(Boolean),
    ...(a.checkout__limio?.checkout_type === 'external' && destination(a.checkout__limio.external_url)),
    countries: present(a.allowed_countries__limio),
    from: instant(a.valid_date_range__limio?.from),
    until: instant(a.valid_date_range__limio?.to),
  };
}

/** Of the two fields that may hold features, the first that does. */
function featuresOf(a: Attributes): Features {
  const [own, other] = [a.offer_features__limio, a.offer_features].map((lines) =>
    readFeatures(present(lines)),
  );
  return own!.features.length ? own! : other!;
}

const withNotes = (before: readonly Segment[], notes: readonly string[]): Segment[] => [
  ...before,
  ...notes.map((note, n) => ({ text: before.length || n ? `\n${note}` : note })),
];

/** Whether an item is sold online, as it is where it names no channels. */
export function isSoldOnline({ data }: RawItem): boolean {
  const channels = data.attributes?.sales_channel__limio;
  return channels === undefined || present(channels).some((channel) => /^online$/i.test(channel));
}

const isTrial = ({ offer_type__limio: type, trial__limio: flag }: Attributes) =>
  flag === 'true' || type?.toLowerCase() === 'trial';

/** A short description is a badge in Limio's own components where there is no badge text; a longer one is a sentence. */
function descriptions(a: Attributes): { badge?: string | undefined; summary?: string | undefined } {
  const [badge] = htmlLines(a.badge_text__limio ?? '');
  const [line, ...more] = htmlLines(a.display_description__limio ?? '');
  const isBadge = !badge && line && line.length <= MAX_BADGE && !more.length;
  const [description] = htmlLines(a.description__limio ?? '');
  return isBadge ? { badge: line, summary: description } : { badge, summary: line ?? description };
}

/** https only, or a path on the shop, which may hold spaces. Never a path that names another host. */
function imageOf(file: RawFile): string | undefined {
  const { type = '', url = '' } = file ?? {};
  const isSafe = /^(?:https:\/\/[^/@]+\/|\/(?!\/))/i.test(url) && !/[\\\p{Cc}]/u.test(url);
  return /image/i.test(type) && isSafe ? url : undefined;
}

/** An address that nobody is sent to: what is sold elsewhere is no offer of the shop, even where it cannot be said where. */
const REFUSED = '//';

/** A page of the shop, with or without its leading slash, or an https address of another checkout. */
function destination(address = ''): { page?: string; href?: string } {
  try {
    pagePath(address);
    return { page: address.replace(/^\/?/, '/') };
  } catch {
    return { href: offerAddress(address) ?? (address && REFUSED) };
  }
}

const present = (list: readonly (string | undefined)[] = []) => list.filter((word) => word !== undefined);

/** A date, if it can be read. One that cannot is left out, so that it holds no offer back. */
const instant = (text: string | undefined): string | undefined =>
  text && !Number.isNaN(Date.parse(text)) ? text : undefined;
