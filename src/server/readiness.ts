import type { CallMetrics } from '../limio/transport/call-metrics.ts';
import type { LimioHealth } from '../limio/transport/transport.ts';
import { LimioError } from '../core/errors/limio-error.ts';
import type { OfferCache } from './offers/offer-cache.ts';
import type { BackendState } from './state/state.ts';

/** What a backend can do without, for a while. */
export const PARTS = ['token', 'checkouts', 'offers', 'redis'] as const;

/** One of {@link PARTS}. */
export type Part = (typeof PARTS)[number];

/** What `/health/ready` says. */
export interface Report {
  ready: boolean;
  down: Part[];
  /** Why, as far as it is known: a code, a status, the name of a system error. No host, no version. */
  causes: Partial<Record<Part, string>>;
}

/** Whether requests are worth sending to this instance. */
export interface Readiness {
  /** Told about each call to Limio. */
  record: (call: CallMetrics) => void;
  /** From now on it is not ready, as the process will stop. */
  drain(): void;
  report(): Report;
}

interface Parts {
  health: () => LimioHealth;
  offers: Pick<OfferCache, 'status'>;
  state: Pick<BackendState, 'failure'>;
  maxOffers: number;
}

/**
 * Not ready until a token was had, which says that the set-up is right, and while the process stops. After that
 * it is ready whatever fails: who cannot open checkouts can show offers, and who can do neither answers at once,
 * so that every customer is sent on by purchase link. What is down is named.
 */
export function readiness({ health, offers, state, maxOffers }: Parts): Readiness {
  const lastFailure = new Map<string, string>();
  let hasHadToken = false;
  let isDraining = false;
  return {
    record({ operation, code, status, cause }) {
      if (code) lastFailure.set(operation, [code, status, cause].filter(Boolean).join(' '));
      else lastFailure.delete(operation);
    },
    drain() {
      isDraining = true;
    },
    report() {
      const { tokenGoodFor, open } = health();
      hasHadToken ||= tokenGoodFor !== undefined;
      const { list, failure, isCut } = offers.status();
      const redis = state.failure?.();
      const parts: Array<[part: Part, isDown: boolean, cause: string | undefined]> = [
        ['token', tokenGoodFor === undefined, lastFailure.get('token')],
        ['checkouts', open.includes('initiateCheckout'), lastFailure.get('initiateCheckout')],
        ['offers', list !== 'fresh' && failure !== undefined, codeOf(failure)],
        // Part of them are on sale all the same.
        ['offers', isCut, `more than ${maxOffers}, see maxOffers`],
        ['redis', redis !== undefined, redis],
      ];
      const down = parts.filter(([, isDown]) => isDown);
      return {
        ready: hasHadToken && !isDraining,
        down: [...new Set(down.map(([part]) => part))],
        causes: Object.fromEntries(down.flatMap(([part, , cause]) => (cause ? [[part, cause]] : []))),
      };
    },
  };
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof LimioError ? error.code : error === undefined ? undefined : 'internal';
