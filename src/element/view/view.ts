import { LimioError } from '../../core/errors/limio-error.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { purchaseLinkBuilder } from './purchase-link-builder.ts';
import type { Listing } from './listing.ts';
import { plainPriceLine, type PriceLine } from '../../core/price/plain-price-line.ts';
import type { LoadedParts } from '../lazy-parts.ts';
import type { Settings } from '../settings.ts';
import type { Messages } from '../../locales/messages.ts';

/** One card. Everything in it is text or an address that was checked. */
export interface CardView {
  offer: Offer;
  /** The purchase link, or where the offer leads instead; `undefined` where several are chosen before one checkout, or nothing is sold. */
  href: string | undefined;
  name: string;
  price: PriceLine | undefined;
  cta: string;
  isSelected?: boolean;
  /** The customer has it already. */
  isCurrent?: boolean;
  /** A checkout for it is under way. */
  isBusy?: boolean;
}

/** Everything the picture depends on. Nothing here can fetch, dispatch or remember. */
export interface View {
  settings: Settings;
  words: Messages;
  cards: readonly CardView[];
  /** The cards of all groups, where another one may be shown. */
  allCards?: readonly CardView[];
  /** How many the customer chose of an offer, by path, where there is such a choice. */
  quantities?: ReadonlyMap<string, number>;
  /** Keys of the groups, where there is more than one, and the one that is shown. */
  groups: readonly string[];
  group: string;
  /** Where all that is selected is bought at once. */
  basket?: { href: string | undefined; offers: readonly Offer[]; isBusy?: boolean } | undefined;
  /** Writes the purchase link for some of the offers, as far as there can be one. */
  linkTo: (offers: readonly Offer[]) => string | undefined;
  /** The cards hold names and links; the rest is still on its way. */
  isLoading: boolean;
  /** Code that travels along; empty where there is none. */
  promo: string;
  asOf: string | undefined;
  /** What was left out, or written otherwise, on the way. */
  warnings: readonly LimioError[];
  /** Why there is nothing to show, or nothing newer. */
  problem: LimioError | undefined;
}

/**
 * Makes the view of a listing, with a card for each offer of each group. Offers that cannot be linked to are left out
 * and reported in `warnings`.
 */
export function makeView(
  listing: Listing,
  settings: Settings,
  ourWords: Messages,
  { extras }: LoadedParts,
): View {
  const now = Date.now();
  const warnings: LimioError[] = [...listing.warnings];
  const words = {
    ...ourWords,
    ...extras?.readOverrides(settings.words, (warning) => warnings.push(warning)),
  };
  const isLoading = listing.status === 'loading';
  const label = listing.isStandIn ? '' : settings.label;
  const forSale = listing.offers.filter((offer) =>
    isForSale(offer, { now, label, country: settings.country }),
  );
  const linkTo = purchaseLinkBuilder(listing, settings, (warning) => warnings.push(warning));
  const cards = forSale.flatMap((offer): CardView[] => {
    // A backend may name https alone; what the page itself holds may be relative to it.
    const page = listing.source === 'backend' ? undefined : settings.pageUrl;
    // It is looked at when the part is there that does; until then no card is drawn.
    const pending = extras === undefined ? '' : undefined;
    const elsewhere = offer.href && (extras ? extras.offerAddress(offer.href, page) : pending);
    const href = elsewhere ?? linkTo([offer]);
    if (href === undefined) return [];
    const price = (extras?.priceLine ?? plainPriceLine)(offer, words, settings.locale);
    return [{ offer, href, name: offer.name, price, cta: offer.cta ?? words.cta }];
  });
  // A shop or page that cannot be one is the reason, even where there was no link to write.
  if (!cards.length) linkTo([{ path: '/-', name: '' }]);
  const groups = [...new Set(cards.map(({ offer }) => offer.group ?? ''))];
  return {
    settings,
    words,
    cards: extras?.markCurrent(cards, settings.current) ?? cards,
    groups: groups.length > 1 ? groups : [],
    group: '',
    linkTo,
    isLoading,
    promo: warnings.some(({ code }) => code === 'promo_invalid') ? '' : settings.promoCode,
    asOf: listing.asOf,
    warnings,
    problem: listing.error ?? (cards.length || isLoading ? undefined : emptiness(listing, warnings)),
  };
}

/** Why no offer is shown. */
function emptiness({ offers, source }: Listing, warnings: readonly LimioError[]): LimioError {
  const refusal = warnings.find(({ code }) => /^(shop|page)_/.test(code));
  if (refusal) return refusal;
  return source === 'children' && !offers.length
    ? new LimioError('offers_missing', 'No offers. Put purchase links between the tags.')
    : new LimioError('offers_empty', 'No offer is for sale. Check label, country, dates.');
}
