import { notify } from '../../core/notify.ts';
import { withTimeout } from '../../core/with-timeout.ts';

/** What a store may cost, in milliseconds. */
export interface Allowance {
  left: number;
}

/** How long a store may take, how long it is left alone, and how it is found out whether it is back. */
export interface FallbackOptions {
  /** Milliseconds that all operations of one request may take together. */
  timeout: number;
  /** Milliseconds for which the store is left alone after it failed. */
  pause: number;
  /** Asks the store for something small. Told nothing, and rejects when the store fails. */
  probe: () => Promise<unknown>;
  /** Told when the store fails, with the cause, when the cause is another one, and when it is back. */
  onChange: ((isUp: boolean, cause?: string) => void) | undefined;
}

type Work<T> = () => Promise<T>;

/** Does a piece of work with a store if it can, in time, and otherwise the spare one. */
export type WithFallback = <T>(allowance: Allowance, work: Work<T>, spare: Work<T>) => Promise<T>;

/** Name of the error with which a probe rejects that could not be sent. */
export const NOT_CONNECTED = 'NotConnected';

/** A checkout takes about so many round trips: a store is good again when it answers in that part of the time. */
const ROUND_TRIPS = 5;

/**
 * Passes over a store that fails or is slow. Once it has failed, requests cost it nothing: one probe at a time
 * finds out whether it is back, and nobody waits for that.
 */
export function withFallback({ timeout, pause, probe, onChange }: FallbackOptions): WithFallback {
  let isUp = true;
  let probeAt = 0;
  /** When the probe that is under way is given up: a runtime may have stopped it with its request. */
  let probingUntil = 0;

  let last: string | undefined;
  const report = (up: boolean, cause?: string) => {
    if (up === isUp && cause === last) return;
    [isUp, last] = [up, cause];
    notify(onChange, up, cause);
  };

  async function lookAgain(): Promise<void> {
    probingUntil = performance.now() + timeout + pause;
    try {
      await inTime(probe, timeout / ROUND_TRIPS);
      report(true);
    } catch (error) {
      probeAt = performance.now() + pause;
      // That there is no connection yet says less than why it was lost.
      if (causeOf(error) !== NOT_CONNECTED) report(false, causeOf(error));
    } finally {
      probingUntil = 0;
    }
  }

  return async (allowance, work, spare) => {
    if (!isUp) {
      const now = performance.now();
      if (now >= probeAt && now >= probingUntil) void lookAgain();
      return spare();
    }
    const startedAt = performance.now();
    try {
      return await inTime(work, allowance.left);
    } catch (error) {
      probeAt = performance.now() + pause;
      report(false, causeOf(error));
      return spare();
    } finally {
      allowance.left -= performance.now() - startedAt;
    }
  };
}

/** What went wrong, in a word that names no host: a code such as ECONNREFUSED or READONLY, or the name of the error. */
export function causeOf(error: unknown): string {
  const { code, message, name, constructor } = error as Partial<Error> & { code?: unknown };
  if (typeof code === 'string' && /^\w{2,40}$/.test(code)) return code;
  // Errors of node-redis have no name but that of their class.
  return (
    /^[A-Z]{3,20}(?= )/.exec(message ?? '')?.[0] ?? (name !== 'Error' ? name : constructor?.name) ?? 'Error'
  );
}

const inTime = <T>(work: Work<T>, ms: number): Promise<T> =>
  withTimeout(new AbortController().signal, ms, work);
