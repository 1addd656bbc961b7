import { abortable } from '../../core/with-timeout.ts';
import type { RequestContext } from '../request-context.ts';
import type { Catalogue, ReadCatalogue } from './catalogue-reader.ts';

/** The catalogue as it was at one instant. */
export interface Snapshot extends Catalogue {
  /** Milliseconds since 1970. */
  readAt: number;
}

/** Keeps the runtime alive for work that outlives a request. */
type WaitUntil = RequestContext['waitUntil'];

/** A read of the whole catalogue. A rejection of it that nobody waits for does no harm. */
export interface Read {
  result: Promise<Snapshot>;
  /** When it began, by the monotonic clock. */
  startedAt: number;
}

/** Reads of the catalogue that all requests share. */
export interface SharedRead {
  /**
   * The read that is under way, or a new one; where Limio has just failed, one that fails with the same error.
   *
   * @param waitUntil of whoever asks. Their signal does not stop the read, as others may wait for it.
   */
  join(waitUntil: WaitUntil): Read;
  /** What was read last, by the read that began last. */
  last(): Snapshot | undefined;
  /** Why the last try failed, until one goes well. */
  failure(): unknown;
}

/** How long reading the whole catalogue may take, in milliseconds; requests do not wait so long. */
const READ_BUDGET_MS = 60_000;

/** Longest a read brings no page, in milliseconds: each has 10 s, and one that is too slow is asked for anew. */
const SILENCE_MS = 12_000;

/** How long Limio is left alone after it failed, in milliseconds. */
const BACK_OFF_MS = 5000;

/**
 * Reads the catalogue, one read at a time however many ask.
 *
 * @param read reads the whole catalogue.
 * @param now milliseconds since 1970.
 */
export function sharedRead(read: ReadCatalogue, now: () => number): SharedRead {
  /** `aliveAt`: when it began or last brought a page. */
  let inFlight: (Read & { aliveAt: number }) | undefined;
  let last: { snapshot: Snapshot; startedAt: number } | undefined;
  let failure: { error: unknown; at: number } | undefined;

  async function readAll(waitUntil: WaitUntil, onPage: () => void): Promise<Snapshot> {
    const readAt = now();
    const signal = AbortSignal.timeout(READ_BUDGET_MS);
    return { ...(await abortable(read({ signal, waitUntil }, onPage), signal)), readAt };
  }

  function start(waitUntil: WaitUntil): Read {
    const startedAt = performance.now();
    const result = readAll(waitUntil, () => void (current.aliveAt = performance.now()));
    const current = { result, startedAt, aliveAt: startedAt };
    const settled = result.then(
      (snapshot) => {
        if (last && startedAt < last.startedAt) return;
        [last, failure] = [{ snapshot, startedAt }, undefined];
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

  return {
    join(waitUntil) {
      // One that has gone silent was stopped by the runtime.
      if (inFlight && performance.now() - inFlight.aliveAt < SILENCE_MS) return inFlight;
      if (!failure || Math.abs(now() - failure.at) >= BACK_OFF_MS) return start(waitUntil);
      const result = Promise.reject<Snapshot>(failure.error as Error);
      result.catch(() => {});
      return { result, startedAt: performance.now() };
    },
    last: () => last?.snapshot,
    failure: () => failure?.error,
  };
}
