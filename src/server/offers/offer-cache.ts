import { abortable } from '../../core/with-timeout.ts';
import type { RequestContext } from '../request-context.ts';
import type { Catalogue, ReadCatalogue } from './catalogue-reader.ts';

/** The catalogue as it was at one instant. */
export interface Snapshot extends Catalogue {
  /** Milliseconds since 1970. */
  readAt: number;
}

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

/** How long reading the whole catalogue may take, in milliseconds; requests do not wait so long. */
const READ_BUDGET_MS = 60_000;

/** Longest a read brings no page, in milliseconds: each has 10 s, and one that is too slow is asked for anew. */
const SILENCE_MS = 12_000;

/** For how long after it was fresh a list is served at once while a newer one is read, in milliseconds. */
const REVALIDATE_MS = 600_000;

/** How long a read may take before those who could have the older list are given that, in milliseconds. */
const STALE_WAIT_MS = 600;

/** How long Limio is left alone after it failed, in milliseconds. */
const BACK_OFF_MS = 5000;

/**
 * Keeps the last list of offers. However many ask, one read is under way at a time; no asker's signal stops
 * it. Where it fails or is slow, the last list is served, up to a ceiling.
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
  let last: Snapshot | undefined;
  let inFlight: Read | undefined;
  let failure: { error: unknown; at: number } | undefined;

  /** When the read that gave `last` began, by the monotonic clock. */
  let lastStartedAt = 0;

  // Where the clock was set back, a list seems to come from the future; the difference counts as its age.
  const age = () => (last ? Math.abs(now() - last.readAt) : Infinity);
  const since = (instant: number) => performance.now() - instant;

  async function readAll(waitUntil: Asker['waitUntil'], onPage: () => void): Promise<Snapshot> {
    const readAt = now();
    const signal = AbortSignal.timeout(READ_BUDGET_MS);
    return { ...(await abortable(read({ signal, waitUntil }, onPage), signal)), readAt };
  }

  function startRead(waitUntil: Asker['waitUntil']) {
    const startedAt = performance.now();
    const onPage = () => void (current.aliveAt = performance.now());
    const result = readAll(waitUntil, onPage);
    const current: Read = { result, startedAt, aliveAt: startedAt };
    const settled = result.then(
      (snapshot) => {
        if (startedAt < lastStartedAt) return;
        [last, failure, lastStartedAt] = [snapshot, undefined, startedAt];
      },
      (error: unknown) => {
        failure = { error, at: now() };
      },
    );
    waitUntil(
      settled.finally(() => {
        if (inFlight === current) inFlight = undefined;
      }),
    );
    return (inFlight = current);
  }

  /** The read that is under way, or a new one. One that has gone silent was stopped by the runtime. */
  function join(waitUntil: Asker['waitUntil']): Promise<Snapshot> {
    if (inFlight && since(inFlight.aliveAt) < SILENCE_MS) return inFlight.result;
    if (failure && Math.abs(now() - failure.at) < BACK_OFF_MS) return Promise.reject(failure.error as Error);
    return startRead(waitUntil).result;
  }

  async function newest({ deadline: { signal }, waitUntil }: Asker): Promise<Snapshot> {
    const joined = join(waitUntil);
    // Whoever stops waiting must not leave a rejection behind that nobody handles.
    joined.catch(() => {});
    if (!last || age() > ceiling) return abortable(joined, signal);
    const waited = inFlight ? since(inFlight.startedAt) : STALE_WAIT_MS;
    const patience = AbortSignal.timeout(Math.max(0, Math.ceil(STALE_WAIT_MS - waited)));
    return abortable(joined, AbortSignal.any([signal, patience])).catch(() => last!);
  }

  return {
    async get(asker) {
      if (last && age() <= fresh) return last;
      if (!last || age() > fresh + REVALIDATE_MS || age() > ceiling) return newest(asker);
      join(asker.waitUntil).catch(() => {});
      return last;
    },
    async getNewer(asker, maxAge) {
      return last && age() <= maxAge ? last : newest(asker);
    },
    isStale: ({ readAt }) => {
      const overdue = Math.abs(now() - readAt) - fresh;
      return overdue > REVALIDATE_MS || (overdue > 0 && failure !== undefined);
    },
    status: () => ({
      list: age() <= fresh ? 'fresh' : age() <= ceiling ? 'stale' : 'none',
      failure: failure?.error,
      count: last?.offers.length ?? 0,
      isCut: last?.isCut ?? false,
      ...(last && { readAt: last.readAt }),
    }),
  };
}

/** A read that is under way. */
interface Read {
  result: Promise<Snapshot>;
  startedAt: number;
  /** When it began or last brought a page. */
  aliveAt: number;
}
