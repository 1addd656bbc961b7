import type { LimioErrorCode } from '../../core/errors/limio-error.ts';
import type { OperationName } from '../operations/operation.ts';

/** The outcome of one call, for logs and measures. */
export interface CallMetrics {
  /** `token` is the request for a token itself, which calls share. */
  operation: OperationName | 'token';
  /** Milliseconds, with retries and the wait for a token. */
  took: number;
  /** Requests that were sent; 0 when the breaker was open or there was no token. */
  attempts: number;
  /** Status of the last answer; left out when there was none. */
  status?: number;
  /** Left out when it went well. */
  code?: LimioErrorCode;
  /** Why there was no answer, as the system says: `ECONNREFUSED`, `ENOTFOUND`, `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  cause?: string;
}
