import type { OffersState } from '../../controllers/offers-controller.ts';
import type { LimioError } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import type { PurchaseLink } from '../../core/link/purchase-link.ts';
import type { OfferSource } from '../events/events.ts';
import type { LightDom } from '../light-dom/light-dom.ts';
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
  /** Links of the page in place of a list that cannot be shown: they need not carry its labels. */
  isStandIn?: boolean;
  warnings: readonly LimioError[];
  error?: LimioError | undefined;
}

/** Before anything was read. */
export const NO_LISTING: Listing = { source: 'children', status: 'ready', offers: [], warnings: [] };

/** The offers that paths stand for, listed or not; without paths, those that are selected, or the only one there is. */
export function offersAt(
  { offers }: Listing,
  paths?: readonly string[],
  selected?: ReadonlySet<string>,
): readonly Offer[] {
  if (paths) return paths.map((path) => offers.find((offer) => offer.path === path) ?? { path, name: path });
  // What a newer list does not hold any more is not bought unseen.
  const chosen = offers.filter(({ path }) => selected?.has(path));
  return chosen[0] || offers[1] ? chosen : offers;
}

/** The listing of a source, as far as its loading has come. Until it is there, the page's own links stand in. */
export function listingOf(
  chosen: ChosenSource,
  page: LightDom,
  { status, catalog, error }: OffersState,
): Listing {
  const { source } = chosen;
  if ('offers' in chosen) return { source, status: 'ready', offers: chosen.offers, warnings: [] };
  if (!('request' in chosen)) return listingOfLinks(page);
  const isPending = status === 'loading';
  // The page's own links are better than an empty box.
  if (!catalog) return { ...standIn(page, error), status, isPending };
  // An older list is better than none.
  const isOld = Boolean(catalog.stale || error);
  return {
    source,
    status: 'ready',
    offers: catalog.offers,
    asOf: isOld ? catalog.asOf?.() : undefined,
    stale: isOld,
    isPending,
    warnings: catalog.dropped,
    error,
  };
}

const listingOfLinks = ({ offers, links }: LightDom): Listing => ({
  source: 'children',
  status: 'ready',
  offers,
  links,
  warnings: [],
});

/** The links of the page in place of a list that shows nothing, and why it does not. */
export const standIn = (page: LightDom, error: LimioError | undefined): Listing => ({
  ...listingOfLinks(page),
  isStandIn: true,
  error,
});
