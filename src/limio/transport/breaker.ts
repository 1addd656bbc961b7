import {
  BrokenCircuitError,
  CircuitState,
  circuitBreaker,
  ConsecutiveBreaker,
  handleWhen,
  type CircuitBreakerPolicy,
} from 'cockatiel';
import { LimioError, type LimioErrorCode } from '../../core/errors.ts';
import type { Answer } from './fetch-json.ts';
import type { OperationName } from '../operations/operation.ts';
import { upstreamError } from './upstream-error.ts';

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

/**
 * One breaker for each operation.
 *
 * @param failures in a row that open it.
 * @param halfOpenAfter milliseconds after which one call may try again.
 */
export function breakers({ failures = 5, halfOpenAfter = 5000 } = {}): Breakers {
  const all = new Map<OperationName, CircuitBreakerPolicy>();
  const make = () =>
    circuitBreaker(
      handleWhen((error) => error instanceof LimioError && TROUBLE.has(error.code)).orWhenResult(isTrouble),
      { halfOpenAfter, breaker: new ConsecutiveBreaker(failures) },
    );
  return {
    async run(name, attempt) {
      let breaker = all.get(name);
      if (!breaker) all.set(name, (breaker = make()));
      try {
        // While one call tries whether Limio has recovered, the library lets all others wait; here they fail at once.
        if (breaker.state === CircuitState.HalfOpen) throw new BrokenCircuitError();
        return await breaker.execute(attempt);
      } catch (error) {
        if (!(error instanceof BrokenCircuitError)) throw error;
        throw upstreamError('upstream_unavailable', name, 'it has failed too often just now');
      }
    },
    open: () => [...all].filter(([, { state }]) => state !== CircuitState.Closed).map(([name]) => name),
  };
}
