import * as oauth from 'oauth4webapi';
import { LimioError } from '../../core/errors/limio-error.ts';
import type { CallMetrics } from '../transport/call-metrics.ts';
import { fetchJson } from '../transport/fetch-json.ts';
import { callError, interruption } from '../transport/call-error.ts';
import { codeForStatus, UpstreamError } from '../transport/upstream-error.ts';

/** What Limio Support hands out for a tenant. */
export interface Credentials {
  clientId: string;
  clientSecret: string;
}

/** An access token and how long it serves, in milliseconds of the client's clock. */
export interface Token {
  value: string;
  /** From here on a new one is fetched, while this one still serves. */
  refreshAt: number;
  /** From here on it is not used. */
  expiresAt: number;
}

/** Lifetime of a token in seconds: the one taken when the reply names none, the shortest and the longest. */
const LIFETIME = { unknown: 300, min: 30, max: 86_400 };

/** Largest reply that is read, in bytes. */
const MAX_REPLY = 2 ** 18;

interface Deps {
  fetch: typeof globalThis.fetch;
  now: () => number;
  random: () => number;
  /** Told how often was asked, and what the last status was. */
  metrics: CallMetrics;
}

/**
 * Asks the token endpoint for a new token. See assumptions token-form and token-shape.
 *
 * @param origin of the app; plain http on loopback only.
 * @throws {LimioError} `credentials_refused`, else as {@link fetchJson}
 * @see https://docs.limio.com/developers/api-documentation/authentication-overview/oauth-bearer-token
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.4
 */
export async function requestToken(
  origin: string,
  { clientId, clientSecret }: Credentials,
  { fetch, now, random, metrics }: Deps,
  signal: AbortSignal,
): Promise<Token> {
  const server = { issuer: origin, token_endpoint: `${origin}/oauth2/token` };
  const client = { client_id: clientId };
  const asked = now();
  let lifetime = LIFETIME.unknown;
  const customFetch = async (url: string, init: oauth.CustomFetchOptions<'POST', URLSearchParams>) => {
    metrics.attempts++;
    const {
      status,
      json,
      reason = '',
    } = await fetchJson(fetch, 'token', url, { ...init, signal }, MAX_REPLY);
    metrics.status = status;
    // Many servers say so with a 400. https://www.rfc-editor.org/rfc/rfc6749#section-5.2
    const isRefused = /^(invalid|unauthorized)_client$/.test(reason);
    if (status >= 300)
      throw new UpstreamError(isRefused ? 'credentials_refused' : codeForStatus(status), 'token', { status });
    const { access_token, token_type, expires_in } = (json ?? {}) as Record<string, unknown>;
    lifetime = seconds(expires_in);
    // The library refuses an absurd `expires_in` and checks an `id_token`, so neither is passed on.
    return Response.json({ access_token, token_type });
  };
  try {
    const response = await oauth.clientCredentialsGrantRequest(
      server,
      client,
      oauth.ClientSecretPost(clientSecret),
      {},
      { [oauth.customFetch]: customFetch, [oauth.allowInsecureRequests]: origin.startsWith('http:'), signal },
    );
    const { access_token } = await oauth.processClientCredentialsResponse(server, client, response);
    const value = access_token.replace(/^Bearer\s+/i, '');
    // Any other character could end the header the token is sent in, or add another header.
    if (!/^[\w.~+/=-]{1,16384}$/.test(value))
      throw callError('upstream_invalid', 'token', 'not a bearer token');
    return { value, ...times(asked, lifetime * 1000, random) };
  } catch (error) {
    if (error instanceof LimioError || signal.aborted) throw interruption(error, 'token', signal);
    // The library's own errors hold the reply, so they are not passed on.
    throw callError('upstream_invalid', 'token', 'not a token reply');
  }
}

function seconds(given: unknown): number {
  const number = typeof given === 'number' || typeof given === 'string' ? Number(given) : NaN;
  if (Number.isNaN(number) || given === '') return LIFETIME.unknown;
  return Math.min(Math.max(number, LIFETIME.min), LIFETIME.max);
}

/** A token is refreshed a minute early, as Limio's own script does; the instant is spread so that instances do not all refresh at once. */
function times(asked: number, ms: number, random: () => number): Pick<Token, 'refreshAt' | 'expiresAt'> {
  const early = Math.min(60_000, ms / 4) + random() * Math.min(60_000, ms / 10);
  return { refreshAt: asked + ms - early, expiresAt: asked + ms - Math.min(5000, ms / 10) };
}
