import { LimioError } from '../../core/errors/limio-error.ts';
import { isForSale } from '../../core/offer/is-for-sale.ts';
import { plainPriceLine } from '../../core/price/plain-price-line.ts';
import { ownFields } from '../../core/read-fields.ts';
import type { Messages } from '../../locales/messages.ts';
import type { Settings } from '../settings.ts';
import type { DrawingParts } from './drawing-parts.ts';
import type { Listing } from './listing.ts';
import type { Picture } from './picture.ts';
import { purchaseLinkBuilder } from './purchase-link-builder.ts';
import type { CardView, View } from './view.ts';

/**
 * Makes the view of a listing, with a card for each offer of each group. Offers that cannot be linked to are left out
 * and reported in `warnings`.
 *
 * @param before what is drawn now.
 */
export function makeView(
  listing: Listing,
  settings: Settings,
  ourWords: Messages,
  { elsewhere, extras }: Pick<DrawingParts, 'elsewhere' | 'extras'>,
  before?: Picture,
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
  // A backend may name https alone; what the page itself holds may be relative to it.
  const page = listing.source === 'backend' ? undefined : settings.pageUrl;
  const linkTo = purchaseLinkBuilder(listing, settings, (warning) => warnings.push(warning));
  const cards = forSale.flatMap((offer): CardView[] => {
    // The part that checks such addresses is loaded when one is there; no card is drawn before.
    const address = offer.href && (extras === undefined ? '' : extras?.offerAddress(offer.href, page));
    const href = address ?? linkTo([offer]);
    if (href === undefined) return [];
    const line = (extras?.priceLine ?? plainPriceLine)(offer, words, settings.locale);
    const price = line && ownFields(line);
    return [ownFields({ offer, href, name: offer.name, price, cta: offer.cta ?? words.cta })];
  });
  // A shop or page that cannot be one is the reason, even where there was no link to write.
  if (!cards.length) linkTo([{ path: '/-', name: '' }]);
  const groups = [...new Set(cards.map(({ offer }) => offer.group ?? ''))];
  return ownFields({
    settings,
    words,
    cards: elsewhere?.completeCards(cards, settings.current, words) ?? cards,
    groups: groups.length > 1 ? groups : [],
    group: '',
    linkTo,
    isLoading,
    hasWaited: isLoading || (before?.kind === 'cards' && before.view.hasWaited),
    promo: warnings.some(({ code }) => code === 'promo_invalid') ? '' : settings.promoCode,
    asOf: listing.asOf,
    warnings,
    problem: listing.error ?? (cards.length || isLoading ? undefined : emptiness(listing, warnings)),
  });
}

/** Why no offer is shown. */
function emptiness({ offers, source }: Listing, warnings: readonly LimioError[]): LimioError {
  const refusal = warnings.find(({ code }) => /^(shop|page)_/.test(code));
  if (refusal) return refusal;
  return source === 'children' && !offers.length
    ? new LimioError('offers_missing', 'No offers. Put purchase links between the tags.')
    : new LimioError('offers_empty', 'No offer is for sale. Check label, country, dates.');
}
