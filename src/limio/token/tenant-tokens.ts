import { LimioError } from '../../core/errors/limio-error.ts';
import { notify } from '../../core/notify.ts';
import { withTimeout } from '../../core/with-timeout.ts';
import { requestToken, type Credentials } from './request-token.ts';
import { sharedToken } from './shared-token.ts';
import { storedToken } from './stored-token.ts';
import { tokenSource, type TokenSource } from './token-source.ts';
import type { TokenStore } from './token-store.ts';
import { interruption, systemCode } from '../transport/call-error.ts';
import type { CallMetrics } from '../transport/call-metrics.ts';

/** Longest a request for a token may take, in milliseconds. A call that waits for it may give up earlier. */
const FETCH_MS = 5000;

interface Deps {
  credentials: () => Promise<Credentials> | Credentials;
  tokenStore: TokenStore | undefined;
  fetch: typeof globalThis.fetch;
  now: () => number;
  random: () => number;
  sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  onCall: ((metrics: CallMetrics) => void) | undefined;
}

/** The token of one tenant: its credentials, its endpoint and, if there is one, its shared store. */
export function tenantTokens(
  origin: string,
  { credentials, tokenStore, onCall, ...rest }: Deps,
): TokenSource {
  return tokenSource(async (isUsable) => {
    // The request has a signal of its own, as a call that gives up must not end it for the others.
    const fetching = new AbortController();
    const metrics: CallMetrics = { operation: 'token', took: 0, attempts: 0 };
    const startedAt = rest.now();
    try {
      return await withTimeout(fetching.signal, FETCH_MS, async (signal) => {
        const who = await readCredentials(credentials);
        const ask = (limits: AbortSignal) => requestToken(origin, who, { ...rest, metrics }, limits);
        const fetchToken = (limits: AbortSignal) =>
          ask(limits).catch((error: unknown) => {
            if (!wasLost(error)) throw error;
            return ask(limits);
          });
        if (!tokenStore) return fetchToken(signal);
        const key = `limio-token:${new URL(origin).host}:${who.clientId}`;
        const stored = storedToken(tokenStore, key, isUsable, rest, signal);
        return sharedToken(stored, fetchToken, rest.sleep, signal);
      });
    } catch (error) {
      const failure = interruption(error, 'token', fetching.signal);
      const cause = systemCode(failure);
      Object.assign(metrics, { code: failure.code, ...(cause && { cause }) });
      throw failure;
    } finally {
      metrics.took = rest.now() - startedAt;
      // What another instance fetched is no call of this one.
      if (metrics.attempts || metrics.code) notify(onCall, metrics);
    }
  }, rest);
}

async function readCredentials(credentials: Deps['credentials']): Promise<Credentials> {
  try {
    const { clientId, clientSecret } = await credentials();
    if (clientId && clientSecret) return { clientId, clientSecret };
  } catch (error) {
    // What a secret store throws may hold the secret; our own words do not.
    if (error instanceof LimioError) throw error;
  }
  throw new LimioError('config', 'config: `credentials` gave no clientId and clientSecret.');
}

/**
 * Whether a connection broke before there was an answer, as one does whose other end has been replaced. Deno and workerd
 * give no code, so that there any failure without an answer is taken for it.
 */
const wasLost = (error: unknown): boolean =>
  error instanceof LimioError &&
  error.code === 'upstream_unavailable' &&
  error.cause !== undefined &&
  /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|)$/.test(systemCode(error) ?? '');
