import { limioClient, type LimioClient } from '../limio/client.ts';
import { contextReader, type ReadContext } from './gate/context-token.ts';
import { digestKey } from './gate/digest-key.ts';
import { limitCheck, type CheckLimit } from './gate/limits.ts';
import { offerCache, type OfferCache } from './offers/offer-cache.ts';
import { readOffers } from './offers/read-offers.ts';
import type { BackendSettings } from './options.ts';
import { readiness, type Readiness } from './readiness.ts';
import { memoryState } from './state/memory-state.ts';
import type { BackendState } from './state/state.ts';

/** What stands behind the routes. */
export interface Services {
  settings: BackendSettings;
  limio: LimioClient;
  offers: OfferCache;
  state: BackendState;
  checkLimit: CheckLimit;
  readiness: Readiness;
  /** Left out where no context tokens are taken. */
  readContext: ReadContext | undefined;
  /** The routes in OpenAPI. */
  description: () => object;
}

/** Makes what stands behind the routes. Asks nobody for anything yet. */
export function services(settings: BackendSettings, description: () => object): Services {
  const { limio: options, now, sells = () => true } = settings;
  const state = settings.state ?? memoryState();
  const limio = limioClient({
    ...options,
    now,
    onCall: (call) => {
      ready.record(call);
      options.onCall?.(call);
    },
    // A single instance keeps its token by itself.
    ...(settings.state && { tokenStore: settings.state }),
  });
  const offers = offerCache(
    async (call) => (await readOffers(limio, settings.label, call)).filter(sells),
    now,
    settings.freshness,
  );
  const ready = readiness({ health: () => limio.health(), offers, state });
  return {
    settings,
    limio,
    state,
    offers,
    checkLimit: limitCheck(digestKey(options.credentials), settings.limits),
    readiness: ready,
    readContext: settings.context && contextReader(settings.context),
    description,
  };
}
