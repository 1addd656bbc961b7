import type { OffersState } from '../controllers/offers-controller.ts';
import type { LimioError } from '../core/errors.ts';
import type { Offer } from '../core/offer.ts';
import type { PurchaseLink } from '../core/purchase-link.ts';
import type { OfferSource } from './events.ts';
import type { LightDom } from './light-dom.ts';
import type { ChosenSource } from './source.ts';

/** What there is to show, whichever source it came from. */
export interface Listing {
  source: OfferSource;
  status: 'ready' | 'loading' | 'failed';
  offers: readonly Offer[];
  /** For offers read from links of the page: the link each was read from. */
  links?: ReadonlyMap<string, PurchaseLink>;
  /** Where it is old, the day it was made, in words. */
  asOf?: string | undefined;
  stale?: boolean | undefined;
  /** A newer list is on its way, whatever is shown until then. */
  isPending?: boolean;
  warnings: readonly LimioError[];
  error?: LimioError | undefined;
}

/** Before anything was read. */
export const NO_LISTING: Listing = { source: 'children', status: 'ready', offers: [], warnings: [] };

/** The listing of a source, as far as its loading has come. Until it is there, the page's own links stand in. */
export function listingOf(
  chosen: ChosenSource,
  { offers: fromLinks, links }: LightDom,
  { status, catalog, error }: OffersState,
): Listing {
  const { source } = chosen;
  if ('offers' in chosen) return { source, status: 'ready', offers: chosen.offers, warnings: [] };
  if (!('request' in chosen)) return { source, status: 'ready', offers: fromLinks, links, warnings: [] };
  // An older list is better than none, and the page's own links are better than an empty box.
  const { offers, dropped } = catalog ?? { offers: error ? [] : fromLinks, dropped: [] };
  const old = (catalog?.stale || error) && catalog;
  return {
    source,
    status: catalog ? 'ready' : status,
    offers,
    ...(!catalog && { links }),
    asOf: old?.asOf?.(),
    stale: Boolean(old),
    isPending: status === 'loading',
    warnings: dropped,
    error,
  };
}
