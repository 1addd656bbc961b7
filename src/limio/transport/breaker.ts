import type { CircuitBreakerPolicy } from 'cockatiel';
import { LimioError, type LimioErrorCode } from '../../core/errors/limio-error.ts';
import type { Answer } from './fetch-json.ts';
import type { OperationName } from '../operations/operation.ts';
import { callError } from './call-error.ts';

/** Codes that mean Limio is in trouble, not that the request is wrong. See assumption bad-gateway. */
const TROUBLE = new Set<LimioErrorCode>(['upstream_timeout', 'upstream_unavailable', 'upstream_invalid']);

/** Whether a status means that Limio is in trouble. A 401 does, as it comes here only after a new token was refused, too. */
const isTrouble = (answer: unknown): boolean => {
  const { status } = answer as Answer;
  return status >= 500 || status === 429 || status === 401;
};

/** Stops asking an operation that keeps failing, so that customers are sent on at once. */
export interface Breakers {
  /** @throws {LimioError} `upstream_unavailable`, at once, while the operation's breaker is open */
  run(name: OperationName, attempt: () => Promise<Answer>): Promise<Answer>;
  open(): OperationName[];
}

/** When a breaker opens and when it lets a call through again. */
export interface BreakerOptions {
  /** Share of failed calls above which it opens, between 0 and 1. Default 0.98: where one of ten calls goes well, it pays to go on. */
  threshold?: number;
  /** Calls without which a share says nothing. Default 30. */
  minimumCalls?: number;
  /** Milliseconds over which calls are counted. Default 30,000. */
  window?: number;
  /** Milliseconds after which one call may try again. Default 5,000. */
  halfOpenAfter?: number;
}

/**
 * Milliseconds beyond `halfOpenAfter` after which a breaker that has not closed is replaced: the library goes by a clock
 * that may be set back, and the call that was to try may have been stopped with its request, as Workers do.
 */
const STUCK_MS = 10_000;

/** A breaker, and when its state last changed, by a clock that nobody sets. */
interface Kept {
  breaker: CircuitBreakerPolicy;
  changedAt: number;
}

type Library = typeof import('cockatiel');

/** One breaker for each operation, by the share of failures over a window of time. */
export function breakers(options: BreakerOptions = {}): Breakers {
  const { threshold = 0.98, minimumCalls = 30, window = 30_000, halfOpenAfter = 5000 } = options;
  const all = new Map<OperationName, Kept>();
  let library: Library | undefined;
  const make = ({ circuitBreaker, handleWhen, SamplingBreaker }: Library): Kept => {
    const breaker = circuitBreaker(
      handleWhen((error) => error instanceof LimioError && TROUBLE.has(error.code)).orWhenResult(isTrouble),
      {
        halfOpenAfter,
        breaker: new SamplingBreaker({
          threshold,
          duration: window,
          minimumRps: (minimumCalls * 1000) / window,
        }),
      },
    );
    const kept = { breaker, changedAt: 0 };
    breaker.onStateChange(() => (kept.changedAt = performance.now()));
    return kept;
  };
  const isStuck = ({ breaker, changedAt }: Kept, { Closed }: Library['CircuitState']) =>
    breaker.state !== Closed && performance.now() - changedAt > halfOpenAfter + STUCK_MS;
  return {
    async run(name, attempt) {
      // Not at the top: Workers forbid the `new AbortController()` that this package does when it is loaded.
      library ??= await import('cockatiel');
      const { BrokenCircuitError, CircuitState } = library;
      const there = all.get(name);
      const kept = there && !isStuck(there, CircuitState) ? there : make(library);
      all.set(name, kept);
      const { breaker } = kept;
      try {
        // While one call tries whether Limio has recovered, the library lets all others wait; here they fail at once.
        if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
        return await breaker.execute(attempt);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw callError('upstream_unavailable', name, 'it has failed too often just now');
      }
    },
    open: () =>
      [...all]
        .filter(([, { breaker }]) => breaker.state !== library?.CircuitState.Closed)
        .map(([name]) => name),
  };
}
