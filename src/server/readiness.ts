import type { CallMetrics } from '../limio/client-options.ts';
import type { OperationName } from '../limio/operations/operation.ts';

/** Operations without which there is no assisted checkout. */
const NEEDED = new Set<OperationName>(['initiateCheckout', 'listOffers']);

/** Whether requests are worth sending to this instance. */
export interface Readiness {
  /** Told about each call to Limio. */
  record: (call: CallMetrics) => void;
  isReady(open: readonly OperationName[]): boolean;
}

/**
 * Not ready while Limio has failed too often just now. After a while it is ready again, though nothing is
 * known to have changed: only a request can find out, and who is not ready is sent none.
 *
 * @param pause milliseconds after which an operation may be tried again.
 * @param now milliseconds since 1970.
 */
export function readiness(pause: number, now: () => number): Readiness {
  const triedAt = new Map<OperationName, number>();
  return {
    record({ operation, attempts }) {
      if (attempts) triedAt.set(operation, now());
    },
    isReady: (open) =>
      !open.some((operation) => NEEDED.has(operation) && now() - (triedAt.get(operation) ?? 0) < pause),
  };
}
