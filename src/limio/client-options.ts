import type { BreakerOptions } from './transport/breaker.ts';
import type { CallMetrics } from './transport/call-metrics.ts';
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
