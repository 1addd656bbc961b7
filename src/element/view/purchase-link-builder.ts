import { carriedParameters } from '../../core/link/attribution.ts';
import type { LimioError } from '../../core/errors/limio-error.ts';
import type { Offer } from '../../core/offer/offer.ts';
import { purchaseLink } from '../../core/link/purchase-link.ts';
import type { Listing } from './listing.ts';
import type { Settings } from '../settings.ts';

/** Writes purchase links for offers of this listing; reports, once each, what had to be left out. */
export function purchaseLinkBuilder(
  listing: Pick<Listing, 'links'>,
  settings: Settings,
  warn: (warning: LimioError) => void = () => {},
) {
  const { shop, page, promoCode, carry, visitQuery } = settings;
  const carried = carriedParameters(visitQuery, carry);
  const seen = new Set<string>();
  const report = (warning: LimioError) => {
    if (!seen.has(warning.message)) warn(warning);
    seen.add(warning.message);
  };
  return (offers: readonly Offer[]): string | undefined => {
    const own = offers.map((offer) => listing.links?.get(offer.path));
    const base = {
      shop,
      // The label would win, wherever it came from.
      label: undefined,
      // What leads elsewhere is no offer of the shop: a link made up for it would sell something else.
      offers: offers.flatMap(({ href, path }, n) =>
        href ? `address of ${path}` : (own[n]?.offers ?? [path]),
      ),
      promoCode: promoCode || common(own.map((link) => link?.promoCode)),
      carry: { ...own[0]?.carry, ...carried },
    };
    // An offer's own page may be no page of the shop; that must not cost the sale.
    for (const candidate of [page || common(offers.map((offer) => offer.page)), page])
      try {
        return purchaseLink({ ...base, page: candidate }, report);
      } catch (error) {
        report(error as LimioError);
      }
    return undefined;
  };
}

/** The value all share, if they do. */
const common = <T>(values: readonly T[]): T | undefined =>
  values.every((value) => value === values[0]) ? values[0] : undefined;
