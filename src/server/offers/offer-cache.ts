import { abortable } from '../../core/with-timeout.ts';
import type { RequestContext } from '../request-context.ts';
import type { ReadCatalogue } from './catalogue-reader.ts';
import { sharedRead, type Snapshot } from './shared-read.ts';

/** Seconds for which a list is served without asking Limio again. */
export const FRESH_FOR = 60;

/** How old offers may be. */
export interface Freshness {
  /** Seconds for which a list is served without asking Limio again. Default 60. */
  freshFor?: number;
  /** Seconds after which a list is not served any more, even if Limio is down. Default 86,400. */
  staleFor?: number;
}

/** Whoever asks: how long they wait, and who keeps the runtime alive for a read that outlives them. */
export type Asker = Pick<RequestContext, 'deadline' | 'waitUntil'>;

/** The published offers, as fresh as can be had in time. */
export interface OfferCache {
  /**
   * @throws {LimioError} `upstream_…` when there is no list, or only one older than the ceiling; the reason of
   *   the asker's signal when that comes first
   */
  get(asker: Asker): Promise<Snapshot>;
  /** The same, but a list that is older than `maxAge` milliseconds is read anew first, if that is quick. */
  getNewer(asker: Asker, maxAge: number): Promise<Snapshot>;
  /** Whether a list is older than it should be, because Limio could not be asked. */
  isStale(snapshot: Snapshot): boolean;
  /** Without a request: what there is, and why there is nothing newer. */
  status(): OffersStatus;
}

/** What there is of the list of offers. */
export interface OffersStatus {
  list: 'fresh' | 'stale' | 'none';
  /** Why the last try to read it failed, until one goes well. */
  failure: unknown;
  /** How many offers there are; 0 where there is no list. */
  count: number;
  isCut: boolean;
  /** When the list was read, in milliseconds since 1970. */
  readAt?: number;
}

/** For how long after it was fresh a list is served at once while a newer one is read, in milliseconds. */
const REVALIDATE_MS = 600_000;

/** How long a read may take before those who could have the older list are given that, in milliseconds. */
const STALE_WAIT_MS = 600;

/**
 * Keeps the last list of offers, and has it read anew as it gets older. Where a read fails or is slow, the last list is
 * served, up to a ceiling.
 *
 * @param read reads the whole catalogue.
 * @param now milliseconds since 1970.
 */
export function offerCache(
  read: ReadCatalogue,
  now: () => number,
  { freshFor = FRESH_FOR, staleFor = 86_400 }: Freshness = {},
): OfferCache {
  const [fresh, ceiling] = [freshFor * 1000, staleFor * 1000];
  const { join, last, failure } = sharedRead(read, now);

  // Where the clock was set back, a list seems to come from the future; the difference counts as its age.
  const age = (list: Snapshot | undefined) => (list ? Math.abs(now() - list.readAt) : Infinity);

  /** What a read brings, or after a while the list there is. */
  async function newest({ deadline: { signal }, waitUntil }: Asker): Promise<Snapshot> {
    const list = last();
    const { result, startedAt } = join(waitUntil);
    if (!list || age(list) > ceiling) return abortable(result, signal);
    const left = STALE_WAIT_MS - (performance.now() - startedAt);
    const patience = AbortSignal.timeout(Math.max(0, Math.ceil(left)));
    return abortable(result, AbortSignal.any([signal, patience])).catch(() => last() ?? list);
  }

  return {
    async get(asker) {
      const list = last();
      if (list && age(list) <= fresh) return list;
      if (!list || age(list) > fresh + REVALIDATE_MS || age(list) > ceiling) return newest(asker);
      join(asker.waitUntil);
      return list;
    },
    async getNewer(asker, maxAge) {
      const list = last();
      return list && age(list) <= maxAge ? list : newest(asker);
    },
    isStale: (list) => {
      const overdue = age(list) - fresh;
      return overdue > REVALIDATE_MS || (overdue > 0 && failure() !== undefined);
    },
    status: () => {
      const list = last();
      return {
        list: age(list) <= fresh ? 'fresh' : age(list) <= ceiling ? 'stale' : 'none',
        failure: failure(),
        count: list?.offers.length ?? 0,
        isCut: list?.isCut ?? false,
        ...(list && { readAt: list.readAt }),
      };
    },
  };
}
