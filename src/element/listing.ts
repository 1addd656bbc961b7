import type { OffersController, OffersState } from '../controllers/offers-controller.ts';
import { LimioError } from '../core/errors.ts';
import type { Offer } from '../core/offer.ts';
import type { PurchaseLink } from '../core/purchase-link.ts';
import { readOffer } from '../core/read-offer.ts';
import type { OfferSource } from './events.ts';
import type { LightDom } from './light-dom.ts';

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

/** The properties a listing depends on. */
export interface Sources {
  offers: unknown;
  src: string;
  backend: string;
}

/** `undefined` until it is there, `null` where it could not be loaded. */
type Controller = OffersController | null | undefined;

/** Takes the first source that is there. The same input gives the same listing without reading it again. */
export class ListingReader {
  #from: unknown;
  #plain: readonly Offer[] | undefined;

  /**
   * @param controller reads what has to be loaded, mended or translated; until it is there, the listing of such
   *   a source is `loading`, and the page's own links stand in for it.
   */
  read(sources: Sources, light: LightDom, locale: string, controller: Controller): Listing {
    const { offers: set, src, backend } = sources;
    const isSet = set !== undefined && set !== null && set !== '';
    const from = isSet ? set : light.json?.trim();
    const isServed = typeof backend === 'string' && backend;
    const source = isSet ? 'property' : from ? 'json' : src ? 'src' : isServed ? 'backend' : 'children';
    if (source === 'src' || source === 'backend') {
      const address = src || `${backend}/offers`;
      controller?.wishFor({ kind: 'address', from: address, locale });
      return fromRemote(source, light, controller);
    }
    if (this.#from !== from) this.#plain = readPlainList((this.#from = from));
    if (!this.#plain && source !== 'children') {
      controller?.wishFor({ kind: 'inline', from, locale });
      return fromRemote(source, light, controller);
    }
    controller?.forget();
    const offers = this.#plain ?? light.offers;
    return { source, status: 'ready', offers, ...(!this.#plain && { links: light.links }), warnings: [] };
  }
}

/**
 * Reads a list in our own shape in which everything is as it should be, so that it is drawn at once.
 *
 * Whatever is not is left to the loaded part, which mends, translates and says what is wrong.
 */
function readPlainList(from: unknown): readonly Offer[] | undefined {
  try {
    const list: unknown = typeof from === 'string' ? JSON.parse(from) : from;
    if (!Array.isArray(list)) return undefined;
    const offers = list.map(readOffer).filter((offer) => offer !== undefined);
    // Other paths may be pages or add-ons.
    const paths = offers.map(({ path }) => path).filter((path) => path.startsWith('/offers'));
    const isPlain =
      offers.length &&
      new Set(paths).size === list.length &&
      offers.every(({ price }, n) => price || !list[n].price);
    // Placeholders in display prices are filled by the loaded part.
    return isPlain && !('data' in list[0]) && !JSON.stringify(from).includes('{{') ? offers : undefined;
  } catch {
    return undefined;
  }
}

const MISSING = 'A file of limio-offers is missing.';

function fromRemote(source: OfferSource, light: LightDom, controller: Controller): Listing {
  const { status, catalog, error }: OffersState =
    controller === null
      ? { status: 'failed', error: new LimioError('network', MISSING) }
      : (controller?.state ?? { status: 'loading' });
  // An older list is better than none, and the page's own links are better than an empty box.
  const { offers, dropped } = catalog ?? { offers: error ? [] : light.offers, dropped: [] };
  const old = (catalog?.stale || error) && catalog;
  return {
    source,
    status: catalog ? 'ready' : status,
    offers,
    ...(!catalog && { links: light.links }),
    asOf: old?.asOf?.(),
    stale: Boolean(old),
    isPending: status === 'loading',
    warnings: dropped,
    error,
  };
}
