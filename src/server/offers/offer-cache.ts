import type { Offer } from '../../core/offer.ts';
import type { RequestOptions } from '../../limio/transport/transport.ts';
import { abortable } from '../../core/with-timeout.ts';

/** The catalogue as it was at one instant. */
export interface Snapshot {
  offers: readonly Offer[];
  /** Milliseconds since 1970. */
  readAt: number;
}

/** How old offers may be. */
export interface Freshness {
  /** Seconds for which a list is served without asking Limio again. Default 60. */
  freshFor?: number;
  /** Seconds after which a list is not served any more, even if Limio is down. Default 86,400. */
  staleFor?: number;
}

export interface OfferCache {
  /**
   * @param maxAge milliseconds; an older list is read anew first.
   * @throws {LimioError} `upstream_…` when there is no list, or only one older than the ceiling; the reason of
   *   the signal when that comes first
   */
  get(signal: AbortSignal, maxAge?: number): Promise<Snapshot>;
  /** Whether a list is older than it should be, because Limio could not be asked or has not answered yet. */
  isStale(snapshot: Snapshot): boolean;
  /** Without a request: what there is. */
  status(): 'fresh' | 'stale' | 'none';
}

/** How long reading the whole catalogue may take, in milliseconds; requests do not wait so long. */
const READ_BUDGET_MS = 10_000;

/** How long a request waits for a newer list where it could have the older one, in milliseconds. */
const STALE_WAIT_MS = 600;

/** How long Limio is left alone after it failed, in milliseconds. */
const BACK_OFF_MS = 5000;

/**
 * Keeps the last list of offers. However many ask, one read is under way at a time; it belongs to nobody, so
 * nobody's going away stops it. Where it fails or is slow, the last list is served, up to a ceiling.
 *
 * @param read reads the whole catalogue, by an instant on the same clock.
 * @param now milliseconds since 1970.
 */
export function offerCache(
  read: (call: RequestOptions) => Promise<readonly Offer[]>,
  now: () => number,
  { freshFor = 60, staleFor = 86_400 }: Freshness = {},
): OfferCache {
  const [fresh, ceiling] = [freshFor * 1000, staleFor * 1000];
  let last: Snapshot | undefined;
  let reading: Promise<Snapshot> | undefined;
  let failure: { error: unknown; until: number } | undefined;

  const age = () => (last ? now() - last.readAt : Infinity);

  async function start(): Promise<Snapshot> {
    const readAt = now();
    try {
      const signal = AbortSignal.timeout(READ_BUDGET_MS);
      last = { offers: await abortable(read({ signal, deadline: readAt + READ_BUDGET_MS }), signal), readAt };
      failure = undefined;
      return last;
    } catch (error) {
      failure = { error, until: now() + BACK_OFF_MS };
      throw error;
    } finally {
      reading = undefined;
    }
  }

  function join(): Promise<Snapshot> {
    if (!reading && failure && now() < failure.until) return Promise.reject(failure.error as Error);
    return (reading ??= start());
  }

  return {
    async get(signal, maxAge = fresh) {
      if (last && age() <= maxAge) return last;
      const joined = join();
      // Whoever stops waiting must not leave a rejection behind that nobody handles.
      joined.catch(() => {});
      if (!last || age() > ceiling) return abortable(joined, signal);
      return abortable(joined, AbortSignal.any([signal, AbortSignal.timeout(STALE_WAIT_MS)])).catch(
        () => last!,
      );
    },
    isStale: ({ readAt }) => now() - readAt > fresh,
    status: () => (age() <= fresh ? 'fresh' : age() <= ceiling ? 'stale' : 'none'),
  };
}
