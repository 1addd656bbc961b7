import { isWritten, isLimioReply, parseOfferList, type Catalog } from '../catalog/offer-list.ts';
import { ownFields } from '../core/read-fields.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import { mayBeDamaged } from '../core/offer/may-be-damaged.ts';
import { fillOffer } from '../core/offer/placeholders.ts';
import { fetchJson } from './fetch-json.ts';
import { sharedRequest } from './shared-request.ts';

/** What offers are read from: an address, of anything or of our own backend, or what the page itself holds. */
export interface CatalogRequest {
  kind: 'address' | 'backend' | 'inline';
  /** The address; or JSON as text, or a list or document that a script set. */
  from: unknown;
  /** Language in which placeholders in display texts are filled. */
  locale: string;
  /** Asks the server even if a cache holds an answer. */
  bypassCache?: boolean;
}

/** A list whose texts are written for a locale. */
export interface LoadedCatalog extends Omit<Catalog, 'asOf'> {
  /** The day it was made, in words. Call it only to show it: the first date of a page costs V8 more than the list. */
  asOf?: () => string;
}

/**
 * Reads the offers at an address, or those the page itself holds: our own shape, or a recorded reply of Limio.
 *
 * Elements that want the same address at the same time share one request.
 *
 * @throws {LimioError} `json_invalid`, or see `fetchJson`
 */
export async function loadCatalog(request: CatalogRequest, signal: AbortSignal): Promise<LoadedCatalog> {
  const { kind, from, locale, bypassCache } = request;
  const address = String(from);
  const cache = bypassCache ? 'no-cache' : 'default';
  const catalog = await (kind === 'inline'
    ? readDocument(typeof from === 'string' ? await parsed(from) : from)
    : sharedRequest(`${cache} ${address}`, signal, (shared) =>
        fetchCatalog(address, cache, shared, kind === 'backend'),
      ));
  const { offers, asOf, ...rest } = catalog;
  const day = () => new Date(asOf!).toLocaleDateString(locale, { dateStyle: 'medium' });
  const list = {
    ...rest,
    offers: offers.map((offer) => ownFields(fillOffer(offer, locale))),
    ...(asOf && { asOf: day }),
  };
  const written = mayBeDamaged(list.offers) && (await writtenReader().catch(() => {}));
  return written ? written.filledCatalog(list) : list;
}

/** JSON of a page. Where editors have been at it, what mends it is loaded. */
async function parsed(text: string): Promise<unknown> {
  try {
    return JSON.parse(text);
  } catch {
    return (await writtenReader()).parseJson(text);
  }
}

const readDocument = async (document: unknown): Promise<Catalog> =>
  isLimioReply(document) ? (await replyReader()).readCatalog(document) : readList(document);

/** @param isOurs whether our own backend answers, which never sends a reply of Limio as it is. */
async function fetchCatalog(
  address: string,
  cache: RequestCache,
  signal: AbortSignal,
  isOurs: boolean,
): Promise<Catalog> {
  await shown();
  // The reader is loaded beside the request, not after it. A list of ours does not need it, so its failure can wait.
  const reader = isOurs ? undefined : replyReader();
  reader?.catch(() => {});
  const document = await fetchJson(address, signal, cache);
  if (isLimioReply(document)) return (await (reader ?? replyReader())).readCatalog(document);
  try {
    return await readList(document);
  } catch (cause) {
    throw new LimioError('invalid_response', 'The answer is not a list of offers.', { cause });
  }
}

/** Most lists hold prices that programs wrote; what reads others is loaded for those that do not. */
async function readList(document: unknown): Promise<Catalog> {
  const written = isWritten(document) && (await writtenReader().catch(() => {}));
  return parseOfferList(document, written || undefined);
}

/** For prices as people write them, JSON that editors had, and what templates print for nothing. */
const writtenReader = () => import('../catalog/written-offer.ts');

const replyReader = () => import('../catalog/read-catalog.ts');

/** A page that is rendered in advance may never be seen, so nothing is asked for it yet. */
function shown(): Promise<void> {
  const { prerendering } = document as Document & { prerendering?: boolean };
  if (prerendering !== true) return Promise.resolve();
  return new Promise((resolve) =>
    document.addEventListener('prerenderingchange', () => resolve(), { once: true }),
  );
}
