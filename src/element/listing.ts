import { isLimioReply, readSlim, type Catalog } from '../catalog/slim.ts';
import type { OffersController } from '../controllers/offers-controller.ts';
import { LimioError } from '../core/errors.ts';
import type { Offer } from '../core/offer.ts';
import { parseJson } from '../core/parse-json.ts';
import type { PurchaseLink } from '../core/purchase-link.ts';
import type { OfferSource } from './events.ts';
import type { LightDom } from './light-dom.ts';

/** What there is to show, whichever source it came from. */
export interface Listing {
  source: OfferSource;
  status: 'ready' | 'loading' | 'failed';
  offers: readonly Offer[];
  /** For offers read from links of the page: the link each was read from. */
  links?: ReadonlyMap<string, PurchaseLink>;
  asOf?: string | undefined;
  stale?: boolean | undefined;
  warnings: readonly LimioError[];
  error?: LimioError | undefined;
}

/** Whether an offer is for sale now, here, and under this label. */
export function isForSale(offer: Offer, label: string, country: string, now: number): boolean {
  const { labels, countries, from, until } = offer;
  return (
    (!label || Boolean(labels?.includes(label))) &&
    (!country || !countries || countries.includes(country)) &&
    !(from && Date.parse(from) > now) &&
    !(until && Date.parse(until) < now)
  );
}

/** Reads offers that the page itself holds, and remembers the last reading: a page changes rarely, views do often. */
export class InlineReader {
  #from: unknown;
  #result: Catalog | 'reply' | LimioError = { offers: [], dropped: [] };

  /** @returns the offers, the error, or `reply` where the catalogue module has to read them. */
  read(from: unknown): Catalog | 'reply' | LimioError {
    if (from !== this.#from) {
      this.#from = from;
      try {
        const document = typeof from === 'string' ? parseJson(from) : from;
        this.#result = isLimioReply(document) ? 'reply' : readSlim(document);
      } catch (error) {
        this.#result = error as LimioError;
      }
    }
    return this.#result;
  }
}

/** The properties a listing depends on. */
export interface Sources {
  offers: unknown;
  src: string;
}

/** Takes the first source that is there. */
export function readListing(
  sources: Sources,
  light: LightDom,
  inline: InlineReader,
  remote: OffersController,
): Listing {
  const { offers, src } = sources;
  const isSet = offers !== undefined && offers !== null && offers !== '';
  if (isSet) return fromPage('property', offers, light, inline, remote);
  if (light.json?.trim()) return fromPage('json', light.json, light, inline, remote);
  if (src) {
    remote.wishFor(src, async (signal) => (await loader()).loadCatalog(src, signal));
    return fromState('src', light, remote);
  }
  remote.forget();
  return { source: 'children', status: 'ready', offers: light.offers, links: light.links, warnings: [] };
}

// What only loaded offers need is not part of the first paint of those that are there already.
const loader = () => import('../controllers/load-catalog.ts');

function fromPage(
  source: OfferSource,
  from: unknown,
  light: LightDom,
  inline: InlineReader,
  remote: OffersController,
): Listing {
  const result = inline.read(from);
  if (result === 'reply') {
    remote.wishFor(from, async () =>
      (await loader()).readReply(typeof from === 'string' ? parseJson(from) : from),
    );
    return fromState(source, light, remote);
  }
  remote.forget();
  return result instanceof LimioError ? failed(source, result) : fromCatalog(source, result);
}

function fromState(source: OfferSource, light: LightDom, { state }: OffersController): Listing {
  const { status, catalog, error } = state;
  // An older list is better than none, and the page's own links are better than an empty box.
  if (catalog) return { ...fromCatalog(source, catalog), error, ...(error && { stale: true }) };
  if (error) return failed(source, error);
  return {
    source,
    status: status === 'loading' ? status : 'ready',
    offers: light.offers,
    links: light.links,
    warnings: [],
  };
}

const failed = (source: OfferSource, error: LimioError): Listing => ({
  source,
  status: 'failed',
  offers: [],
  warnings: [],
  error,
});

const fromCatalog = (source: OfferSource, { offers, dropped, asOf, stale }: Catalog): Listing => ({
  source,
  status: 'ready',
  offers,
  asOf,
  stale,
  warnings: dropped,
});
