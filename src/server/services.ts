import { notify } from '../core/notify.ts';
import { limioClient, type LimioClient } from '../limio/client.ts';
import { contextReader, type ReadContext } from './gate/context-token.ts';
import { digestKey } from './gate/digest-key.ts';
import { limitCheck, type CheckLimit } from './gate/limits.ts';
import { offerCache, type OfferCache } from './offers/offer-cache.ts';
import {
  catalogueReader,
  type CatalogueReaderOptions,
  type ReadCatalogue,
} from './offers/catalogue-reader.ts';
import { webCompressors, type Compressors } from './offers/encoding.ts';
import { listForms } from './offers/list-forms.ts';
import { listWriter } from './offers/written-lists.ts';
import { addOnsOf, offersOf } from './offers/read-items.ts';
import type { BackendSettings } from './options.ts';
import { readiness, type Readiness } from './readiness.ts';
import { memoryState } from './state/memory-state.ts';
import type { BackendState } from './state/state.ts';

/** What stands behind the routes. */
export interface Services {
  settings: BackendSettings;
  limio: LimioClient;
  /** With a partner's credentials; left out where there are none. */
  partner: LimioClient | undefined;
  offers: OfferCache;
  /** Add-ons, in the shape of offers. */
  addOns: OfferCache;
  state: BackendState;
  /** Writes what callers see of the offers. */
  writeList: ReturnType<typeof listWriter>;
  compressors: Compressors;
  checkLimit: CheckLimit;
  /** Keys digests of what others could guess; all instances have it in common. */
  secret: () => Promise<string>;
  readiness: Readiness;
  /** Left out where no context tokens are taken. */
  readContext: ReadContext | undefined;
  /** Gives the routes in OpenAPI. */
  describe: () => Promise<object>;
}

/** Makes what stands behind the routes. Asks nobody for anything yet. */
export function services(settings: BackendSettings, describe: Services['describe']): Services {
  const { limio: options, now } = settings;
  const state = settings.state ?? memoryState();
  const shared = {
    ...options,
    now,
    // A single instance keeps its token by itself.
    ...(settings.state && { tokenStore: settings.state }),
  };
  const limio = limioClient({
    ...shared,
    onCall: (call) => {
      ready.record(call);
      notify(options.onCall, call);
    },
  });
  // Whether partners are served says nothing about customers, so no readiness hangs on it.
  const partner = settings.partner && limioClient({ ...shared, ...settings.partner });
  const list = { list: limio.listOffers, label: settings.label, read: offersOf };
  const offers = cacheOf(list, settings, settings.onOffers);
  const ready = readiness({ health: () => limio.health(), offers, state, maxOffers: settings.maxOffers });
  const secret = digestKey(options.credentials);
  const compressors = settings.compressors ?? webCompressors();
  return {
    settings,
    limio,
    partner,
    state,
    offers,
    addOns: cacheOf({ list: limio.listAddOns, read: addOnsOf }, settings),
    writeList: listWriter(compressors, listForms(settings)),
    compressors,
    checkLimit: limitCheck(secret, settings.limits),
    secret,
    readiness: ready,
    readContext: settings.context && contextReader(settings.context),
    describe,
  };
}

/** Keeps one list of Limio, of which only what the backend sells is held. */
function cacheOf(
  { read, ...list }: Omit<CatalogueReaderOptions, 'max' | 'filters'>,
  { sells = () => true, filters, maxOffers: max, now, freshness }: BackendSettings,
  onRead?: BackendSettings['onOffers'],
): OfferCache {
  const sold: typeof read = (items) => {
    const { offers, dropped } = read(items);
    return { offers: offers.filter(sells), dropped };
  };
  const readAll = catalogueReader({ ...list, read: sold, filters, max });
  const tell: ReadCatalogue = async (...call) => {
    const catalogue = await readAll(...call);
    notify(onRead, { count: catalogue.offers.length, isCut: catalogue.isCut });
    return catalogue;
  };
  return offerCache(tell, now, freshness);
}
