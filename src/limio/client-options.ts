import type { LimioErrorCode } from '../core/errors/limio-error.ts';
import type { BreakerOptions } from './transport/breaker.ts';
import type { OperationName } from './operations/operation.ts';
import type { Credentials } from './token/request-token.ts';
import type { TokenStore } from './token/token-store.ts';

/** How to reach a tenant. */
export interface LimioClientOptions {
  /** https host of the app, such as `acme.prod.limio.com`; plain http on loopback only. */
  tenant: string;
  /** Called for each new token, so that a rotated secret is picked up without a restart. */
  credentials: () => Promise<Credentials> | Credentials;
  fetch?: typeof fetch;
  /** Milliseconds since 1970. Deadlines are on this clock. */
  now?: () => number;
  /** From 0 up to 1. Spreads refreshes and retries. */
  random?: () => number;
  /** Resolves after so many milliseconds, or rejects with the signal's reason. */
  sleep?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Shares the token with other instances. */
  tokenStore?: TokenStore;
  /** When an operation that keeps failing is not asked for a while. */
  breaker?: BreakerOptions;
  /** Told about each call that has ended, for logs and measures. Holds no personal detail. */
  onCall?: (metrics: CallMetrics) => void;
}

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
